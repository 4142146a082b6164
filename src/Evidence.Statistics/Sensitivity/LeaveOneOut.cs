using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Sensitivity;

/// <summary>Pools the effects without each one in turn.</summary>
public static class LeaveOneOut
{
    public static Method Method { get; } = new(
        "Leave-one-out",
        "Viechtbauer W, Cheung MWL. Outlier and influence diagnostics for meta-analysis. Res Synth Methods. 2010;1(2):112-125");

    /// <summary>
    /// Pools all effects but one, for each in their order. If the rest cannot be pooled, an error is in its place.
    /// </summary>
    public static IReadOnlyList<StatisticsResult<PooledEffect>> Pool(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        [.. effects.Select((_, left) => RandomEffects.Pool([.. effects.Where((_, i) => i != left)], options))];
}
