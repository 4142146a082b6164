using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Vocabularies;

/// <summary>GET /v1/vocabularies/{name}: one closed list of terms.</summary>
public static class GetVocabulary
{
    /// <summary>Answers the vocabulary.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, string name) => RecordAnswer.SendAsync(http, database, "vocabulary", name);
}
