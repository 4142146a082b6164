using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Store.Database;
using Evidence.Store.Facets;

namespace Evidence.Api.Facets;

/// <summary>Defines the routes of <c>/v1/facets</c>.</summary>
public static class FacetRoutes
{
    /// <summary>Maps the routes of <c>/v1/facets</c>.</summary>
    public static void MapFacets(this IEndpointRouteBuilder routes) =>
        routes.MapRead("getFacets", "/v1/facets", "Count the studies of every term for the current filters", Get)
            .WithDescription("For each filter that has terms: how many studies each term alone would leave, with that filter open and all others kept.")
            .Returns<FacetCounts>().WithParameters(FacetReader.Parameters);

    private static Task<IResult> Get(HttpContext http, EvidenceDatabase database, Responder responder) =>
        responder.ReadAsync(http, FacetReader.Parameters, Format.Json, async (query, cancel) =>
        {
            var counts = await FacetReader.ReadAsync(database, query.Values, query.Revision, cancel);
            return Content.FromJson(counts, counts.Warnings);
        });
}
