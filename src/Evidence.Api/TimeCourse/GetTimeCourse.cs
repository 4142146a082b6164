using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;

namespace Evidence.Api.TimeCourse;

/// <summary>GET /v1/time-course: the pooled effect by time after the first dose.</summary>
public static class GetTimeCourse
{
    /// <summary>Answers the windows.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) => TimeCourseRequest.SendAsync(
        http, database, cache, Format.Json, result => Task.FromResult(CatalogueJson.Write(result)));
}
