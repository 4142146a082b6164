using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.TimeCourse;

/// <summary>GET /v1/time-course/curve.svg: the pooled effect by time as a curve.</summary>
public static class GetTimeCoursePlot
{
    /// <summary>Answers the plot.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) =>
        TimeCourseRequest.SendPlotAsync(http, database, cache, TimeCoursePlot.Of);
}
