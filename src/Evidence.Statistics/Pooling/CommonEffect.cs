using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Pooling;

/// <summary>One effect that all studies estimate, or the mean of those at hand weighted by their precision.</summary>
public static class CommonEffect
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Common-effect model, inverse-variance weights",
        "Cochran WG. The combination of estimates from different experiments. Biometrics. 1954;10(1):101-129");

    /// <summary>Pools the effects with weights 1/v.</summary>
    public static Answer<PooledEffect> Pool(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        RandomEffects.Fitted(effects, (options ?? new ModelOptions()) with { Estimator = BetweenStudyVarianceEstimator.None })
            .Select(model => RandomEffects.Describe(model, Method));
}
