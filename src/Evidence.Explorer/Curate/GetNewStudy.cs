using Evidence.Explorer.Curate.Fields;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>GET /curate/new-study: an empty record to be filled.</summary>
public static class GetNewStudy
{
    /// <summary>Responds with the form.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database) =>
        forms.RespondToCuratorAsync(http, [GetStudyEdit.As], async (curator, values) =>
        {
            var state = await CatalogueState.ReadAsync(database, http.RequestAborted);
            var empty = new FieldValues();
            var draft = new StudyDraft(null, StudyDraft.Indent(FieldDocument.Write(empty).Document), null, state.Newest);
            return await forms.RespondAsync<StudyEditPage, StudyDraft>(http, values.Text("as") is null ? draft with { Fields = empty } : draft, curator);
        });
}
