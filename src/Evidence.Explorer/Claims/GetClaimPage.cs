using Evidence.Catalogue;
using Evidence.Catalogue.Rows;
using Evidence.Explorer.Layout;
using Evidence.Store.Claims;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Store.Studies;
using Evidence.Synthesis.Claims;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Claims;

/// <summary>What the page of a claim shows.</summary>
/// <param name="Claim">The claim with its evidence and answers.</param>
/// <param name="StudyLabels">Labels of the studies that its evidence names, by identifier.</param>
public sealed record ClaimPageModel(ClaimDetail Claim, IReadOnlyDictionary<string, string> StudyLabels);

/// <summary>GET /claims/{id}: one claim, as /v1/claims/{id} returns it.</summary>
public static class GetClaimPage
{
    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database, string id) =>
        pages.RespondAsync<ClaimPage, ClaimPageModel>(http, [RevisionParameters.Revision], (query, cancel) => FindAsync(database, id, query, cancel));

    private static async Task<Result<PageContent<ClaimPageModel>>> FindAsync(EvidenceDatabase database, string id, ReadQuery query, CancellationToken cancel)
    {
        // PostgreSQL's text has no NUL.
        var claim = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync((connection, token) => ClaimReader.ReadAsync(connection, id, query.Revision, token), cancel);
        if (claim is null)
            return await RecordReader.ExplainUnknownAsync(database, "claim", id, query.Revision, cancel);
        var named = claim.Evidence.Select(piece => piece.StudyId).OfType<string>().Distinct().ToArray();
        var list = ListQuery.Create(StudyList.Definition, QueryValues.None.With("study", named), query.Revision);
        var studies = await database.ReadAsync((connection, token) => list.ReadPageAsync(connection, ListDefinition.MaxRows, token), cancel);
        var labels = studies.Read<StudySummary>().ToDictionary(study => study.Id, study => study.Label);
        return new PageContent<ClaimPageModel>(new(claim, labels), claim.Warnings);
    }
}
