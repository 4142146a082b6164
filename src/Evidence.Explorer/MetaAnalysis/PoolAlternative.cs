using Evidence.Explorer.Layout;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Explorer.MetaAnalysis;

/// <summary>The effects of a pool in another model.</summary>
/// <param name="Name">The model in words.</param>
/// <param name="Query">The query that asks for it.</param>
/// <param name="Estimate">The pooled effect; null if there is none.</param>
/// <param name="NotComputed">Why there is no estimate.</param>
public sealed record PoolAlternative(string Name, AddressQuery Query, PooledEstimate? Estimate, string? NotComputed)
{
    private static readonly (string Name, string Model, string? Tau2, string Interval, ModelOptions Options)[] Models =
    [
        ("Random effects, REML, Hartung-Knapp", "random", "reml", "hartung-knapp",
            new() { Estimator = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, Interval = ConfidenceIntervalMethod.HartungKnapp }),
        ("Random effects, REML, Hartung-Knapp, never narrower", "random", "reml", "hartung-knapp-never-narrower",
            new() { Estimator = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, Interval = ConfidenceIntervalMethod.HartungKnappNeverNarrower }),
        ("Random effects, Paule-Mandel, Hartung-Knapp", "random", "pm", "hartung-knapp",
            new() { Estimator = BetweenStudyVarianceEstimator.PauleMandel, Interval = ConfidenceIntervalMethod.HartungKnapp }),
        ("Random effects, DerSimonian-Laird, Wald", "random", "dl", "wald",
            new() { Estimator = BetweenStudyVarianceEstimator.DerSimonianLaird, Interval = ConfidenceIntervalMethod.Wald }),
        ("Common effect, Wald", "common", null, "wald",
            new() { Estimator = BetweenStudyVarianceEstimator.None, Interval = ConfidenceIntervalMethod.Wald }),
    ];

    /// <summary>Pools the same effects in the usual models, which shows how far the result depends on the model.</summary>
    public static IReadOnlyList<PoolAlternative> Compute(MetaAnalysisResult result, AddressQuery query)
    {
        var effects = result.Rows.Select(row => new EffectSize(row.Yi, row.Vi)).ToList();
        var isRatio = Measures.IsRatio(result.Settings.Measure);
        return
        [
            .. from model in Models
               let fit = RandomEffects.Pool(effects, model.Options)
               let asked = query.Without("tau2").With("model", model.Model).With("interval", model.Interval)
               select new PoolAlternative(
                   model.Name,
                   model.Tau2 is { } tau2 ? asked.With("tau2", tau2) : asked,
                   fit.Value is { } pooled ? PooledEstimate.FromPooled(pooled, isRatio) : null,
                   fit.Error?.Message),
        ];
    }
}
