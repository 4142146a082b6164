using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;

namespace Evidence.Api.Claims;

/// <summary>GET /v1/claims/{id}: one claim, with the evidence that is cited and what the catalogue's numbers answer.</summary>
public static class GetClaim
{
    /// <summary>Answers the claim.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache, string id) => cache.SendAsync(
        http,
        database,
        Format.Json,
        [ReadRequest.RevisionParameter],
        request => FindAsync(http, database, id, request.Revision),
        (_, claim) => Task.FromResult(CatalogueJson.Write(claim)));

    /// <summary>The claim; gives nothing after a 404 that names the nearest identifier.</summary>
    public static async Task<ClaimDetail?> FindAsync(HttpContext http, EvidenceDatabase database, string id, long revision)
    {
        var claim = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync((connection, cancel) => AnsweredClaims.ReadAsync(connection, id, revision, cancel), http.RequestAborted);
        if (claim is null)
            await RecordAnswer.SendNotFoundAsync(http, database, "claim", id, revision);
        else
            EvidenceWarning.Send(http, claim.Warnings ?? []);
        return claim;
    }
}
