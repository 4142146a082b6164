using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Outcomes;

/// <summary>What <c>/v1/outcomes</c> answers.</summary>
public static class OutcomeRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapOutcomes(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listOutcomes",
            "List the figures of every arm of every outcome",
            "One row for each arm of each outcome of which the source gives figures, or a contrast that the arm takes part in (`hasFigures` says which). "
            + "Filters about an arm or an outcome hold on the row; `comparator` and `onsetHoursMax` hold on the row's study.",
            ListOutcomes.List,
            ListOutcomes.Handle);
}
