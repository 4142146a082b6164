using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Catalogue;

namespace Evidence.Api.Claims;

/// <summary>What <c>/v1/claims</c> answers.</summary>
public static class ClaimRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("listClaims", "/v1/claims", "List claims with the evidence for and against each", ListClaims.Handle)
            .WithDescription("One row for each statement that the catalogue weighs, with every piece of evidence on it.")
            .Answers<Page<Claim>>().Takes(ListClaims.List.Parameters);
        routes.MapRead("getClaim", "/v1/claims/{id}", "Get a claim with its evidence and a live answer", GetClaim.Handle)
            .WithDescription("The statement with every piece of evidence on it, each with the document that it was read from, and what the catalogue's own numbers answer at this revision.")
            .Answers<ClaimDetail>();
    }
}
