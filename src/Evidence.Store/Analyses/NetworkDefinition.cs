using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Selection;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.Network;

namespace Evidence.Store.Analyses;

/// <summary>The network meta-analysis of a selection: all treatments compared through what connects them.</summary>
public static class NetworkDefinition
{
    private static readonly string[] Models = [Terms.PoolingModel.Random, Terms.PoolingModel.Common];

    private static readonly Parameter Node =
        Parameter.Term("node", "network-node", "What counts as one treatment; the default is intervention.");

    /// <summary>Every query parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. PoolParameters.Filtering, .. MetaAnalysisDefinition.Time, Node,
        .. PoolParameters.Pooling.Where(parameter => parameter.Name is "model" or "instruments" or "crossover" or "retracted"), RevisionParameters.Revision,
    ];

    /// <summary>The definition, which the API and the explorer run.</summary>
    public static Analysis<NetworkResult> Analysis { get; } = new(Parameters, Parse, Compute);

    private static Result<PoolRequest> Parse(QueryValues values)
    {
        var model = values.Text("model") ?? Terms.PoolingModel.Random;
        return Models.Contains(model)
            ? MetaAnalysisDefinition.Parse(values)
            : new Error(ErrorKind.InvalidParameter, new ErrorDetail("model", $"{model} pools pairs of arms, not networks.", Models));
    }

    private static Result<NetworkResult> Compute(PoolRequest request, SelectedEffects selected) =>
        NetworkAnalysis.Analyze(selected, request.Question, PoolParameters.Read<NetworkNode>(request.Values, "node") ?? NetworkNode.Intervention);
}
