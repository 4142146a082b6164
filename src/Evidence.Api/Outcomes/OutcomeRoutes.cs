using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Store.Outcomes;

namespace Evidence.Api.Outcomes;

/// <summary>Defines the routes of <c>/v1/outcomes</c>.</summary>
public static class OutcomeRoutes
{
    private static readonly ListEndpoint List = new ListEndpoint(OutcomeList.Definition);

    /// <summary>Maps the routes of <c>/v1/outcomes</c>.</summary>
    public static void MapOutcomes(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listOutcomes",
            new ListPaths("/v1/outcomes", "/v1/outcomes.csv", "/v1/outcomes.csv-metadata.json", "/v1/outcomes.ndjson"),
            "List the figures of every arm of every outcome",
            "One row for each arm of each outcome of which the source gives figures, or a contrast that the arm takes part in (`hasFigures` says which). "
            + "Filters about an arm or an outcome hold on the row; `comparator` and `onsetHoursMax` hold on the row's study.",
            List);
}
