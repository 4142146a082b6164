using Evidence.Api.Http;
using Evidence.Formats;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Studies;

namespace Evidence.Api.Studies;

/// <summary>GET /v1/studies/{id}/revisions: the history of one record, newest first.</summary>
public static class ListStudyRevisions
{
    private static readonly ListEndpoint List = new(StudyRevisionList.Definition);

    /// <summary>Responds with the history; a study that the catalogue does not have at that revision is a 404.</summary>
    public static async Task<IResult> Handle(HttpContext http, EvidenceDatabase database, ListResponder lists, string id)
    {
        var request = await RequestReader.ReadAsync(http, database, List.Definition.Parameters, Format.Json);
        if (!request.IsSuccess)
            return new ErrorResponse(request.Error);
        var revision = request.Value.Query.Revision;
        return await StudyRevisionList.HasHistoryAsync(database, id, revision, http.RequestAborted)
            ? await lists.ListAsync(http, List, Format.Json)
            : new ErrorResponse(await RecordReader.ExplainUnknownAsync(database, "study", id, revision, http.RequestAborted));
    }
}
