using System.Globalization;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Explorer.Curate;

/// <summary>GET /curate/studies/{id}: a study to be edited, as it is or as it was at a revision.</summary>
public static class GetStudyEdit
{
    private static readonly Parameter Saved = new("saved", ParameterKind.WholeNumber, "Revision that was just written.", "2") { Maximum = long.MaxValue };

    /// <summary>Whether the record is one text or fields.</summary>
    internal static readonly Parameter As = new("as", ParameterKind.Term, "How the record is shown; as fields where it is left out.", "json") { Allowed = ["json"] };

    /// <summary>Answers the form.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, string id)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator
            || await ReadRequest.ReadQueryAsync(http, database, [ReadRequest.RevisionParameter, Saved, As]) is not { } values
            || await EditedStudy.FindAsync(http, database, id, values.WholeNumber("revision")) is not { } study)
            return;
        var asked = values.Text("as") is null ? study.InFields() : study;
        var shown = asked with
        {
            Saved = values.WholeNumber("saved"),
            Notice = values.WholeNumber("revision") is { } revision && revision < study.ReadAt
                ? $"This is the record as of revision {revision.ToString(CultureInfo.InvariantCulture)}. Saving it {(study.Tag is null ? "puts the study back into the catalogue" : "replaces the newest version with it")}."
                : asked.Notice,
        };
        await FormAnswer.SendAsync<StudyEditPage, EditedStudy>(http, shown, curator);
    }
}
