using Evidence.Api.Claims;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Studies;

namespace Evidence.Api.Explorer.ClaimRecord;

/// <summary>What the page of a claim shows.</summary>
/// <param name="Claim">The claim with its evidence and answers.</param>
/// <param name="Labels">Labels of the studies that its evidence names, by identifier.</param>
public sealed record ClaimModel(ClaimDetail Claim, IReadOnlyDictionary<string, string> Labels);

/// <summary>GET /claims/{id}: one claim, as /v1/claims/{id} answers it.</summary>
public static class GetClaimRecord
{
    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, string id) => PageAnswer.SendAsync<ClaimPage, ClaimModel>(
        http, database, [ReadRequest.RevisionParameter], request => FindAsync(http, database, id, request.Revision));

    private static async Task<ClaimModel?> FindAsync(HttpContext http, EvidenceDatabase database, string id, long revision)
    {
        if (await GetClaim.FindAsync(http, database, id, revision) is not { } claim)
            return null;
        var named = claim.Evidence.Select(piece => piece.StudyId).OfType<string>().Distinct().ToArray();
        var query = ListQuery.Of(ListStudies.List, QueryValues.None.With("study", named), revision);
        var studies = await database.ReadAsync((connection, cancel) => query.ReadPageAsync(connection, ListDefinition.MostRows, cancel), http.RequestAborted);
        return new ClaimModel(claim, studies.Read<StudySummary>().ToDictionary(study => study.Id, study => study.Label));
    }
}
