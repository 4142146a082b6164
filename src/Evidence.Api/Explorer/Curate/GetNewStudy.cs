using Evidence.Api.Explorer.Curate.Fields;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.Curate;

/// <summary>GET /curate/new-study: an empty record to be filled.</summary>
public static class GetNewStudy
{
    /// <summary>Answers the form.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator || await ReadRequest.ReadQueryAsync(http, database, [GetStudyEdit.As]) is not { } values)
            return;
        var (newest, _) = await ReadRequest.StateAsync(database, http.RequestAborted);
        var nothing = new Typed();
        var study = new EditedStudy(null, EditedStudy.Lay(FieldDocument.Write(nothing).Document), null, newest);
        await FormAnswer.SendAsync<StudyEditPage, EditedStudy>(http, values.Text("as") is null ? study with { Fields = nothing } : study, curator);
    }
}
