using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Sensitivity;

/// <summary>The pooled effect without each effect in turn.</summary>
public static class LeaveOneOut
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Leave-one-out",
        "Viechtbauer W, Cheung MWL. Outlier and influence diagnostics for meta-analysis. Res Synth Methods. 2010;1(2):112-125");

    /// <summary>
    /// Pools all effects but one, for each in their order. What the rest cannot answer is a refusal in its place.
    /// </summary>
    public static IReadOnlyList<Answer<PooledEffect>> Pool(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        [.. effects.Select((_, left) => RandomEffects.Pool([.. effects.Where((_, i) => i != left)], options))];
}
