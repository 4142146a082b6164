using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Store.Claims;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Selection;
using Evidence.Synthesis.Claims;

namespace Evidence.Api.Claims;

/// <summary>Defines the routes of <c>/v1/claims</c>.</summary>
public static class ClaimRoutes
{
    private static readonly ListEndpoint List = new(ClaimList.Definition);

    /// <summary>Maps the routes of <c>/v1/claims</c>.</summary>
    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("listClaims", "/v1/claims", "List claims with the evidence for and against each", (HttpContext http, ListResponder lists) => lists.ListAsync(http, List, Format.Json))
            .WithDescription("One row for each statement that the catalogue weighs, with every piece of evidence on it.")
            .Returns<Page<Claim>>().WithParameters(ClaimList.Definition.Parameters);
        routes.MapRead("getClaim", "/v1/claims/{id}", "Get a claim with its evidence and a live answer", GetClaim)
            .WithDescription("The statement with every piece of evidence on it, each with the document that it was read from, and what the catalogue's own numbers answer at this revision.")
            .Returns<ClaimDetail>();
    }

    private static Task<IResult> GetClaim(HttpContext http, EvidenceDatabase database, Responder responder, string id) =>
        responder.ReadAsync(http, [RevisionParameters.Revision], Format.Json, async (query, cancel) =>
            (await ClaimReader.ReadAsync(database, id, query.Revision, cancel)).Map(claim => Content.FromJson(claim, claim.Warnings)));
}
