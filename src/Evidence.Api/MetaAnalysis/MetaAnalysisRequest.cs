using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.MetaAnalysis;

/// <summary>Reads a request for a meta-analysis and computes its answer.</summary>
public static class MetaAnalysisRequest
{
    /// <summary>Sends what is made of the answer, unless the request or the selection is refused; what was made before is sent again.</summary>
    public static async Task SendAsync(
        HttpContext http, EvidenceDatabase database, AnswerCache cache, Format format, Func<MetaAnalysisResult, Task<byte[]>> write)
    {
        if (await ReadRequest.BeginAsync(http, database, MetaAnalysisParameters.All, format) is not { } request)
            return;
        await cache.SendAsync(http, format, async () => await ComputeAsync(http, database, request) is { } result ? await write(result) : null);
    }

    /// <summary>Sends a plot of the answer, in the layout that is asked for.</summary>
    public static async Task SendPlotAsync(HttpContext http, EvidenceDatabase database, AnswerCache cache, Func<MetaAnalysisResult, string, byte[]> draw)
    {
        if (await ReadRequest.BeginAsync(http, database, MetaAnalysisParameters.OfPlots, Format.Svg) is not { } request)
            return;
        var layout = request.Values.Text(MetaAnalysisParameters.Layout.Name)!;
        await cache.SendAsync(http, Format.Svg, async () => await ComputeAsync(http, database, request) is { } result ? draw(result, layout) : null);
    }

    private static async Task<MetaAnalysisResult?> ComputeAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        var (question, errors) = MetaAnalysisParameters.Read(request.Values);
        if (errors.Count > 0)
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(string.Join(" ", errors.Select(e => $"{e.Parameter} {e.Detail}")), errors));
            return null;
        }

        if (await PoolSelection.ReadAsync(http, database, request, question) is not { } rows)
            return null;
        var pool = Pool.Of(rows, question);
        var (result, problem) = pool.Fault(rows) is { } fault
            ? (null, fault)
            : PoolAnalysis.Of(pool, request.Values.Text("subgroup"), request.Values.List("moderator"));
        if (problem is not null)
            await Answer.ProblemAsync(http, problem);
        return result;
    }
}
