using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Sensitivity;

/// <summary>Pools the effects as they accumulated, one after the other.</summary>
public static class Cumulative
{
    public static Method Method { get; } = new(
        "Cumulative meta-analysis",
        "Lau J, Antman EM, Jimenez-Silva J, Kupelnick B, Mosteller F, Chalmers TC. Cumulative meta-analysis of therapeutic "
            + "trials for myocardial infarction. N Engl J Med. 1992;327(4):248-254");

    /// <summary>
    /// Pools the first effect, the first two, and so on in the given order, which is usually that of publication.
    /// </summary>
    public static IReadOnlyList<StatisticsResult<PooledEffect>> Pool(IReadOnlyList<EffectSize> effects, ModelOptions? options = null) =>
        [.. effects.Select((_, last) => RandomEffects.Pool([.. effects.Take(last + 1)], options))];
}
