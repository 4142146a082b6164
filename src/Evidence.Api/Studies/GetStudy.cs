using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Studies;

/// <summary>GET /v1/studies/{id}: the whole record, as the bytes that are stored.</summary>
public static class GetStudy
{
    /// <summary>Answers the record.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, string id) => RecordAnswer.SendAsync(http, database, "study", id);
}
