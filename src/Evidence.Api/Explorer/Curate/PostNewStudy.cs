using Evidence.Api.Hosting.Database;

namespace Evidence.Api.Explorer.Curate;

/// <summary>POST /curate/new-study: checks or saves a study that is not in the catalogue yet.</summary>
public static class PostNewStudy
{
    /// <summary>Checks or saves it under the identifier in the record.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock) => PostStudyEdit.RunAsync(http, database, clock, null);
}
