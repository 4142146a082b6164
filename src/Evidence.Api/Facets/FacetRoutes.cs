using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Facets;

/// <summary>What <c>/v1/facets</c> answers.</summary>
public static class FacetRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapFacets(this IEndpointRouteBuilder routes) =>
        routes.MapRead("getFacets", "/v1/facets", "Count the studies of every term for the current filters", GetFacets.Handle)
            .WithDescription("For each filter that has terms: how many studies each term alone would leave, with that filter open and all others kept.")
            .Answers<FacetCounts>().Takes(GetFacets.Parameters);
}
