using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Plots;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis;

namespace Evidence.Api.Network;

/// <summary>Reads a request for a network and computes its answer.</summary>
public static class NetworkRequest
{
    private static readonly string[] Models = ["random", "common"];

    private static readonly Parameter Node =
        Parameter.OfTerm("node", "network-node", "What counts as one treatment; intervention where left out.");

    /// <summary>Every parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. PoolQuestion.Filtering, .. MetaAnalysisParameters.Time, Node,
        .. PoolQuestion.Pooling.Where(parameter => parameter.Name is "model" or "instruments" or "crossover" or "retracted"), ReadRequest.RevisionParameter,
    ];

    /// <summary>What a plot of it takes.</summary>
    public static IReadOnlyList<Parameter> OfPlots { get; } = [.. Parameters, PlotLayout.Parameter];

    /// <summary>Sends what is made of the answer, unless the request or the selection is refused.</summary>
    public static Task SendAsync(HttpContext http, EvidenceDatabase database, AnswerCache cache, Format format, Func<NetworkAnswer, Task<byte[]>> write) =>
        cache.SendAsync(http, database, format, Parameters, request => ComputeAsync(http, database, request), (_, result) => write(result));

    /// <summary>Sends a plot of the answer, in the layout that is asked for.</summary>
    public static Task SendPlotAsync(HttpContext http, EvidenceDatabase database, AnswerCache cache, Func<NetworkAnswer, string, byte[]> draw) =>
        cache.SendAsync(
            http, database, Format.Svg, OfPlots, request => ComputeAsync(http, database, request), (request, result) => Task.FromResult(draw(result, PlotLayout.Of(request))));

    /// <summary>The answer to a request that has been read, for whoever shows it; nothing after a problem was sent instead.</summary>
    public static async Task<NetworkAnswer?> ComputeAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        var (question, errors) = MetaAnalysisParameters.Read(request.Values);
        if (!Models.Contains(question.Model))
            errors = [new ParameterError("model", $"{question.Model} pools pairs of arms, not networks.", Models)];
        if (errors.Count > 0)
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(errors));
            return null;
        }

        if (await PoolSelection.ReadAsync(http, database, request, question) is not var (rows, warnings))
            return null;
        var (result, problem) = NetworkAnalysis.Of(rows, question, request.Values.Text("node") ?? "intervention");
        if (problem is not null)
            await Answer.ProblemAsync(http, problem);
        return warnings.Count == 0 || result is null
            ? result
            : result with { Warnings = warnings, Remarks = [.. RetractionRemarks.Of(warnings, question.Rules), .. result.Remarks] };
    }
}
