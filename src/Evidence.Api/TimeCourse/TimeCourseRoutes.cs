using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Plots.TimeCourse;
using Evidence.Store.Analyses;
using Evidence.Synthesis.TimeCourse;

namespace Evidence.Api.TimeCourse;

/// <summary>Defines the routes of <c>/v1/time-course</c>.</summary>
public static class TimeCourseRoutes
{
    private const string Windows =
        "In each window of time one effect of each study is pooled, the one measured nearest to the middle of the window. "
        + "The `decisions` of the window say what is left out, merged or chosen.";

    private static readonly Analysis<TimeCourseResult> Analysis = TimeCourseDefinition.Analysis;

    /// <summary>Maps the routes of <c>/v1/time-course</c>.</summary>
    public static void MapTimeCourse(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getTimeCourse", "/v1/time-course", "Pool the selection by time after the first dose",
                (HttpContext http, Responder responder) => responder.AnalysisAsync(http, Analysis, Format.Json, result => Content.FromJson(result, result.Warnings)))
            .WithDescription(Windows)
            .Returns<TimeCourseResult>().WithParameters(Analysis.Parameters).MayBeUnpoolable();
        routes.MapCsv<TimeWindowRow>("getTimeCourse", "/v1/time-course.csv", "/v1/time-course.csv-metadata.json", "Get the pooled effect of each window of time as CSV, one row a window",
                (HttpContext http, Responder responder) => responder.AnalysisAsync(http, Analysis, Format.Csv, result => Content.FromRows(result.Windows.Select(TimeWindowRow.FromWindow), result.Warnings)))
            .WithDescription(Windows)
            .WithParameters(Analysis.Parameters).MayBeUnpoolable();
        routes.MapRead("getTimeCoursePlot", "/v1/time-course/curve.svg", "Get the pooled effect by time as a curve",
                (HttpContext http, Responder responder) => responder.PlotAsync(http, Analysis, TimeCoursePlot.Write, result => result.Warnings))
            .WithDescription(Windows)
            .ReturnsText(Format.Svg, "SVG with title and description; intervals that end in an arrow go on.")
            .WithParameters([.. Analysis.Parameters, PlotParameters.Layout]).MayBeUnpoolable();
    }
}
