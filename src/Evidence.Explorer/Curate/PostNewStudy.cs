using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>POST /curate/new-study: checks or saves a study that is not in the catalogue yet.</summary>
public static class PostNewStudy
{
    /// <summary>Checks or saves the study under the identifier in the record.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, TimeProvider clock) =>
        PostStudyEdit.RespondAsync(http, forms, database, clock, null);
}
