using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Pooling;

/// <summary>
/// Estimates the one effect that all studies share, or the mean of the given effects weighted by their precision.
/// </summary>
public static class CommonEffect
{
    public static Method Method { get; } = new(
        "Common-effect model, inverse-variance weights",
        "Cochran WG. The combination of estimates from different experiments. Biometrics. 1954;10(1):101-129");

    /// <summary>Pools the effects with weights 1/v.</summary>
    public static StatisticsResult<PooledEffect> Pool(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        RandomEffects.FitModel(effects, (options ?? new ModelOptions()) with { Estimator = BetweenStudyVarianceEstimator.None })
            .Select(model => RandomEffects.Describe(model, Method));
}
