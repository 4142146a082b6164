using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Plots;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis;

namespace Evidence.Api.TimeCourse;

/// <summary>Reads a request for a time course and computes its answer.</summary>
public static class TimeCourseRequest
{
    private static readonly Parameter Windows = new(
        "windows",
        ParameterKind.RisingNumbers,
        "Where windows of time begin and end, in hours after the first dose; each holds what is above its beginning, up to its end.",
        "0,6,36,108,252")
    {
        Default = "0,3,12,36,108,216,420,756,1176",
        IsFilledIn = true,
    };

    /// <summary>Every parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. PoolQuestion.Filtering.Where(parameter => parameter.Name is not "timeHoursMin" and not "timeHoursMax"),
        Windows, .. PoolQuestion.Pooling, ReadRequest.RevisionParameter,
    ];

    /// <summary>What a plot of it takes.</summary>
    public static IReadOnlyList<Parameter> OfPlots { get; } = [.. Parameters, PlotLayout.Parameter];

    /// <summary>Sends what is made of the answer, unless the request or the selection is refused.</summary>
    public static Task SendAsync(HttpContext http, EvidenceDatabase database, AnswerCache cache, Format format, Func<TimeCourseResult, Task<byte[]>> write) =>
        cache.SendAsync(http, database, format, Parameters, request => ComputeAsync(http, database, request), (_, result) => write(result));

    /// <summary>Sends a plot of the answer, in the layout that is asked for.</summary>
    public static Task SendPlotAsync(HttpContext http, EvidenceDatabase database, AnswerCache cache, Func<TimeCourseResult, string, byte[]> draw) =>
        cache.SendAsync(
            http, database, Format.Svg, OfPlots, request => ComputeAsync(http, database, request), (request, result) => Task.FromResult(draw(result, PlotLayout.Of(request))));

    /// <summary>The answer to a request that has been read, for whoever shows it; nothing after a problem was sent instead.</summary>
    public static async Task<TimeCourseResult?> ComputeAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        var (question, errors) = Read(request.Values);
        if (errors.Count > 0)
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(errors));
            return null;
        }

        if (await PoolSelection.ReadAsync(http, database, request, question) is not var (rows, warnings))
            return null;
        var (result, problem) = TimeWindows.Of(rows, question, request.Values.Numbers("windows"));
        if (problem is not null)
            await Answer.ProblemAsync(http, problem);
        return warnings.Count == 0 || result is null
            ? result
            : result with { Warnings = warnings, Remarks = [.. RetractionRemarks.Of(warnings, question.Rules), .. result.Remarks] };
    }

    /// <summary>The question that checked values ask, and what in them makes no sense together.</summary>
    public static (PoolQuestion Question, IReadOnlyList<ParameterError> Errors) Read(QueryValues values)
    {
        var (question, errors) = PoolQuestion.Read(values);
        return values.Numbers("windows").Count > 1
            ? (question, errors)
            : (question, [.. errors, new ParameterError("windows", "needs two numbers or more: where the first window begins, and where each ends.")]);
    }
}
