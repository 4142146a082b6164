using Evidence.Api.Claims;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Studies;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.StudyRecord;

/// <summary>What the page of a study shows.</summary>
/// <param name="Study">The record.</param>
/// <param name="Version">Number of its version.</param>
/// <param name="History">Its versions, newest first.</param>
/// <param name="Claims">The claims whose evidence names it.</param>
public sealed record StudyRecordModel(Study Study, int Version, IReadOnlyList<StudyRevision> History, IReadOnlyList<Claim> Claims);

/// <summary>GET /studies/{id}: one study, with its history and the claims that it bears on.</summary>
public static class GetStudyRecord
{
    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, string id) => PageAnswer.SendAsync<StudyPage, StudyRecordModel>(
        http, database, [ReadRequest.RevisionParameter], request => FindAsync(http, database, id, request.Revision));

    private static async Task<StudyRecordModel?> FindAsync(HttpContext http, EvidenceDatabase database, string id, long revision)
    {
        if (await RecordAnswer.FindAsync(http, database, "study", id, revision) is not { } record)
            return null;
        var study = CatalogueJson.Read<Study>(record.Document).Value!;
        EvidenceWarning.Send(http, RetractionWarning.Of(study) is { } warning ? [warning] : []);
        var history = ListQuery.Of(ListStudyRevisions.List, QueryValues.None.With("id", id), revision);
        var claims = ListQuery.Of(ListClaims.List, QueryValues.None.With("study", new[] { id }), revision);
        var pages = await database.ReadAsync(
            (connection, cancel) => ListQuery.ReadPagesAsync(connection, [(history, ListDefinition.MostRows), (claims, ListDefinition.MostRows)], cancel), http.RequestAborted);
        return new StudyRecordModel(study, record.Version, pages[0].Read<StudyRevision>(), pages[1].Read<Claim>());
    }
}
