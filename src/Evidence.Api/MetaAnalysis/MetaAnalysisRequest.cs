using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Plots;

namespace Evidence.Api.MetaAnalysis;

/// <summary>Reads a request for a meta-analysis and computes its answer.</summary>
public static class MetaAnalysisRequest
{
    /// <summary>Sends what is made of the answer, unless the request or the selection is refused.</summary>
    public static Task SendAsync(HttpContext http, EvidenceDatabase database, AnswerCache cache, Format format, Func<MetaAnalysisResult, Task<byte[]>> write) =>
        cache.SendAsync(http, database, format, MetaAnalysisParameters.All, request => ComputeAsync(http, database, request), (_, result) => write(result));

    /// <summary>Sends a plot of the answer, in the layout that is asked for.</summary>
    public static Task SendPlotAsync(HttpContext http, EvidenceDatabase database, AnswerCache cache, Func<MetaAnalysisResult, string, byte[]> draw) =>
        cache.SendAsync(
            http, database, Format.Svg, MetaAnalysisParameters.OfPlots, request => ComputeAsync(http, database, request), (request, result) => Task.FromResult(draw(result, PlotLayout.Of(request))));

    /// <summary>The answer to a request that has been read, for whoever shows it; nothing after a problem was sent instead.</summary>
    public static async Task<MetaAnalysisResult?> ComputeAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        var (question, errors) = MetaAnalysisParameters.Read(request.Values);
        if (errors.Count > 0)
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(errors));
            return null;
        }

        if (await PoolSelection.ReadAsync(http, database, request, question) is not var (rows, warnings))
            return null;
        var pool = Pool.Of(rows, question);
        var (result, problem) = pool.Fault(rows) is { } fault
            ? (null, fault)
            : PoolAnalysis.Of(pool, request.Values.Text("subgroup"), request.Values.List("moderator"));
        if (problem is not null)
            await Answer.ProblemAsync(http, problem);
        return warnings.Count == 0 || result is null
            ? result
            : result with { Warnings = warnings, Remarks = [.. RetractionRemarks.Of(warnings, question.Rules), .. result.Remarks] };
    }
}
