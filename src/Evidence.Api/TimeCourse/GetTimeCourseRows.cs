using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;

namespace Evidence.Api.TimeCourse;

/// <summary>GET /v1/time-course.csv: one row a window.</summary>
public static class GetTimeCourseRows
{
    /// <summary>Answers the rows.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) => TimeCourseRequest.SendAsync(
        http, database, cache, Format.Csv, result => CsvTable.WriteAsync(result.Windows.Select(TimeWindowRow.Of), http.RequestAborted));
}
