using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Citation;

/// <summary>What <c>/v1/citation</c> answers.</summary>
public static class CitationRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapCitation(this IEndpointRouteBuilder routes) =>
        routes.MapRead("getCitation", "/v1/citation", "Get the citation of the catalogue or of a selection", GetCitation.Handle)
            .WithDescription("The citation as text, BibTeX and CSL-JSON, of the studies that the filters leave, at the revision that answered.")
            .Answers<CatalogueCitation>().Takes(GetCitation.Parameters);
}
