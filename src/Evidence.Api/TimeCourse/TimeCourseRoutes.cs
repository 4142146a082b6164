using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.TimeCourse;

/// <summary>What <c>/v1/time-course</c> answers.</summary>
public static class TimeCourseRoutes
{
    private const string Windows =
        "In each window of time one effect of each study is pooled, the one measured nearest to the middle of the window. "
        + "What is left out, merged or chosen stands in the `decisions` of the window.";

    /// <summary>Adds the routes.</summary>
    public static void MapTimeCourse(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getTimeCourse", "/v1/time-course", "Pool the selection by time after the first dose", GetTimeCourse.Handle)
            .WithDescription(Windows)
            .Answers<TimeCourseResult>().Takes(TimeCourseRequest.Parameters).MayHaveNoAnswer();
        routes.MapCsv<TimeWindowRow>("getTimeCourse", "/v1/time-course", "Get the pooled effect of each window of time as CSV, one row a window", GetTimeCourseRows.Handle)
            .WithDescription(Windows)
            .Takes(TimeCourseRequest.Parameters).MayHaveNoAnswer();
        routes.MapRead("getTimeCoursePlot", "/v1/time-course/curve.svg", "Get the pooled effect by time as a curve", GetTimeCoursePlot.Handle)
            .WithDescription(Windows)
            .AnswersText(Format.Svg, "SVG with title and description; intervals that end in an arrow go on.")
            .Takes(TimeCourseRequest.OfPlots).MayHaveNoAnswer();
    }
}
