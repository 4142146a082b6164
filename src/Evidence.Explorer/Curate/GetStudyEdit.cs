using System.Globalization;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>GET /curate/studies/{id}: a study to be edited, as it is or as it was at a revision.</summary>
public static class GetStudyEdit
{
    private static readonly Parameter Saved = new("saved", ParameterKind.WholeNumber, "Revision that was just written.", "2") { Maximum = long.MaxValue };

    /// <summary>The parameter that shows the record as one text instead of fields.</summary>
    internal static readonly Parameter As = new("as", ParameterKind.Term, "How the record is shown; as fields where it is left out.", "json") { Allowed = ["json"] };

    /// <summary>Responds with the form.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, string id) =>
        forms.RespondToCuratorAsync(http, [RevisionParameters.Revision, Saved, As], async (curator, values) =>
        {
            var revision = values.WholeNumber("revision");
            var draft = (await StudyDraft.ReadAsync(database, id, revision, http.RequestAborted))
                .Map(read => (values.Text("as") is null ? read.ToFields() : read) with { Saved = values.WholeNumber("saved") })
                .Map(read => revision < read.ReadAt ? read with { Notice = ExplainOldVersion(revision.Value, read.Tag) } : read);
            return draft.IsSuccess ? await forms.RespondAsync<StudyEditPage, StudyDraft>(http, draft.Value, curator) : await forms.RespondErrorAsync(http, draft.Error);
        });

    private static string ExplainOldVersion(long revision, string? tag) => string.Create(
        CultureInfo.InvariantCulture,
        $"This is the record as of revision {revision}. Saving it {(tag is null ? "puts the study back into the catalogue" : "replaces the newest version with it")}.");
}
