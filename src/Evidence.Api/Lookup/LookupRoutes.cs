using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Lookup;

/// <summary>What <c>/v1/lookup</c> answers.</summary>
public static class LookupRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapLookup(this IEndpointRouteBuilder routes) =>
        routes.MapRead("lookUpStudies", "/v1/lookup", "Look up studies by registry number, DOI or PubMed identifier", LookUp.Handle)
            .WithDescription("One entry for each identifier, in the order in which they were asked; one that the catalogue does not have has no studies.")
            .Answers<LookupResults>().Takes(LookUp.Parameters);
}
