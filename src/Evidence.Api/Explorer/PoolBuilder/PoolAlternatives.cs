using Evidence.Api.Effects;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.MetaAnalysis;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;

namespace Evidence.Api.Explorer.PoolBuilder;

/// <summary>The effects of a pool in another model.</summary>
/// <param name="Name">The model in words.</param>
/// <param name="Query">The query that asks for it.</param>
/// <param name="Estimate">What it gives; nothing where it gives none.</param>
/// <param name="Refusal">Why it gives none.</param>
public sealed record PoolAlternative(string Name, AddressQuery Query, PooledEstimate? Estimate, string? Refusal)
{
    private static readonly (string Name, string Model, string? Tau2, string Interval, ModelOptions Options)[] Models =
    [
        ("Random effects, REML, Hartung-Knapp", "random", "reml", "hartung-knapp",
            new() { Estimator = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, Interval = IntervalMethod.HartungKnapp }),
        ("Random effects, REML, Hartung-Knapp, never narrower", "random", "reml", "hartung-knapp-never-narrower",
            new() { Estimator = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, Interval = IntervalMethod.HartungKnappNeverNarrower }),
        ("Random effects, Paule-Mandel, Hartung-Knapp", "random", "pm", "hartung-knapp",
            new() { Estimator = BetweenStudyVarianceEstimator.PauleMandel, Interval = IntervalMethod.HartungKnapp }),
        ("Random effects, DerSimonian-Laird, Wald", "random", "dl", "wald",
            new() { Estimator = BetweenStudyVarianceEstimator.DerSimonianLaird, Interval = IntervalMethod.Wald }),
        ("Common effect, Wald", "common", null, "wald",
            new() { Estimator = BetweenStudyVarianceEstimator.None, Interval = IntervalMethod.Wald }),
    ];

    /// <summary>The usual models over the same effects, so that it shows how far the answer hangs on the model.</summary>
    public static IReadOnlyList<PoolAlternative> Of(MetaAnalysisResult answer, AddressQuery query)
    {
        var effects = answer.Rows.Select(row => new EffectSize(row.Yi, row.Vi)).ToList();
        var isRatio = Measures.IsRatio(answer.Settings.Measure);
        return
        [
            .. from model in Models
               let fit = RandomEffects.Pool(effects, model.Options)
               let asked = query.Without("tau2").With("model", model.Model).With("interval", model.Interval)
               select new PoolAlternative(
                   model.Name,
                   model.Tau2 is { } tau2 ? asked.With("tau2", tau2) : asked,
                   fit.Value is { } pooled ? PooledEstimate.Of(pooled, isRatio) : null,
                   fit.Refusal?.Detail),
        ];
    }
}
