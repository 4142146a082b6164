using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Selection;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Store.Analyses;

/// <summary>The meta-analysis of a selection: one effect of each study, pooled.</summary>
public static class MetaAnalysisDefinition
{
    private static readonly Parameter AtHours = new(
        "atHours", ParameterKind.Number, "Hours from the first dose: of each study the nearest measurement is pooled, of two as near the earlier.", "24");

    private static readonly Parameter WithinHours = new(
        "withinHours", ParameterKind.Number, "Maximum distance of a measurement from `atHours`, in hours; the default is half of `atHours`.", "12");

    private static readonly Parameter Subgroup = Parameter.Term("subgroup", "study-factor", "Pools studies by groups too, and tests their difference.") with { Example = "route" };

    private static readonly Parameter Moderator = Parameter.Terms("moderator", "moderator", "Regresses the effects on these too.");

    /// <summary>Parameters that only inverse-variance models take.</summary>
    private static readonly string[] OfRegressions = ["subgroup", "moderator"];

    /// <summary>The parameters that say when effects were measured.</summary>
    public static IReadOnlyList<Parameter> Time { get; } = [AtHours, WithinHours];

    /// <summary>Every query parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
        [.. PoolParameters.Filtering, .. Time, .. PoolParameters.Pooling, Subgroup, Moderator, RevisionParameters.Revision];

    /// <summary>The definition, which the API, the explorer and the claims run.</summary>
    public static Analysis<MetaAnalysisResult> Analysis { get; } = new(Parameters, Parse, Compute);

    /// <summary>Parses the question of a pool at one time; fails for values that make no sense together.</summary>
    public static Result<PoolRequest> Parse(QueryValues values)
    {
        var request = PoolParameters.Parse(values, values.Number("atHours"), values.Number("withinHours"));
        var errors = (request.Error?.Details ?? []).ToList();
        if (values.Has("withinHours") && !values.Has("atHours"))
            errors.Add(new ErrorDetail("withinHours", "needs atHours beside it."));
        if (PoolParameters.Read<PoolingModel>(values, "model") is PoolingModel.MantelHaenszel or PoolingModel.Peto)
            errors.AddRange(OfRegressions.Where(values.Has).Select(name => new ErrorDetail(name, $"makes no sense beside model {values.Text("model")}; take model random or common.")));
        return errors.Count > 0 ? new Error(ErrorKind.InvalidParameter, errors) : request;
    }

    private static Result<MetaAnalysisResult> Compute(PoolRequest request, SelectedEffects selected) =>
        PoolAnalysis.Analyze(
            selected,
            request.Question,
            PoolParameters.Read<StudyFactor>(request.Values, "subgroup"),
            [.. request.Values.List("moderator").Select(TermConverter.Parse<Moderator>)]);
}
