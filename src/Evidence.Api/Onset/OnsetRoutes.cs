using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Store.Onset;

namespace Evidence.Api.Onset;

/// <summary>Defines the routes of <c>/v1/onset</c>.</summary>
public static class OnsetRoutes
{
    private static readonly ListEndpoint List = new ListEndpoint(OnsetList.Definition);

    /// <summary>Maps the routes of <c>/v1/onset</c>.</summary>
    public static void MapOnset(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listOnset",
            new ListPaths("/v1/onset", "/v1/onset.csv", "/v1/onset.csv-metadata.json", "/v1/onset.ndjson"),
            "List what studies say of how fast the effect came",
            "One row for each finding. Rows of different `definition` answer different questions and are never to be pooled. "
            + "Filters about an arm, a comparator, an instrument or a time hold on the row; `domain` holds on the row's study.",
            List);
}
