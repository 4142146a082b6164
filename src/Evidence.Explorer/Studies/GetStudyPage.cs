using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Claims;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Store.Studies;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Studies;

/// <summary>What the page of a study shows.</summary>
/// <param name="Study">The record.</param>
/// <param name="Version">Number of its version.</param>
/// <param name="History">Its versions, newest first.</param>
/// <param name="Claims">The claims whose evidence names it.</param>
public sealed record StudyPageModel(Study Study, int Version, IReadOnlyList<StudyRevision> History, IReadOnlyList<Claim> Claims);

/// <summary>GET /studies/{id}: one study, with its history and the claims that it bears on.</summary>
public static class GetStudyPage
{
    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database, string id) =>
        pages.RespondAsync<StudyPage, StudyPageModel>(
            http, [RevisionParameters.Revision], (query, cancel) => FindAsync(database, id, query.Revision, http.Request.Path, cancel));

    private static async Task<Result<PageContent<StudyPageModel>>> FindAsync(
        EvidenceDatabase database, string id, long revision, string address, CancellationToken cancel)
    {
        var record = await RecordReader.ReadAsync(database, "study", id, revision, address, cancel);
        if (!record.IsSuccess)
            return record.Error;
        var study = CatalogueJson.Read<Study>(record.Value.Document).Value!;
        var history = ListQuery.Create(StudyRevisionList.Definition, QueryValues.None.With("id", id), revision);
        var claims = ListQuery.Create(ClaimList.Definition, QueryValues.None.With("study", new[] { id }), revision);
        var lists = await database.ReadAsync(
            (connection, token) => ListQuery.ReadPagesAsync(connection, [(history, ListDefinition.MaxRows), (claims, ListDefinition.MaxRows)], token), cancel);
        return new PageContent<StudyPageModel>(
            new(study, record.Value.Version, lists[0].Read<StudyRevision>(), lists[1].Read<Claim>()),
            record.Value.Warning is { } warning ? [warning] : []);
    }
}
