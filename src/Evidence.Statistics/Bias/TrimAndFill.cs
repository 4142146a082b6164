using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Bias;

/// <summary>
/// Estimates how many effects are missing from one side of the funnel, mirrors as many from the other side, and pools them with
/// the rest.
/// </summary>
public static class TrimAndFill
{
    private const int Iterations = 100;

    public static Method Method { get; } = new(
        "Trim and fill",
        "Duval S, Tweedie R. Trim and fill: a simple funnel-plot-based method of testing and adjusting for publication bias in "
            + "meta-analysis. Biometrics. 2000;56(2):455-463");

    /// <summary>
    /// Trims and fills; without a given side it takes the side that Egger's slope points away from, as metafor does.
    /// </summary>
    public static StatisticsResult<TrimAndFillResult> Compute(
        IReadOnlyList<EffectSize> effects,
        ModelOptions? options = null,
        MissingCountEstimator estimator = MissingCountEstimator.L0,
        FunnelSide? side = null)
    {
        if (effects.Count < 3)
            return new StatisticsError(
                StatisticsErrorKind.TooFewEffects, $"There are {effects.Count} effects; trim and fill needs three or more");
        var chosen = options ?? new ModelOptions();
        if (side is { } given)
            return Fill(effects, chosen, estimator, given);
        return EggerTest.ComputeRandomEffects(effects, chosen)
            .Then(egger => Fill(effects, chosen, estimator, egger.Slope < 0 ? FunnelSide.Right : FunnelSide.Left));
    }

    private static StatisticsResult<TrimAndFillResult> Fill(
        IReadOnlyList<EffectSize> effects, ModelOptions options, MissingCountEstimator estimator, FunnelSide side)
    {
        // Missing effects are sought on the left; of the right the funnel is turned round.
        var turned = effects.Select(effect => side == FunnelSide.Right ? effect.Reverse() : effect);
        List<EffectSize> sorted = [.. turned.OrderBy(effect => effect.Estimate)];
        var missing = 0;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var trimmed = RandomEffects.FitModel([.. sorted.Take(sorted.Count - missing)], options);
            if (!trimmed.IsSuccess)
                return trimmed.Error;
            var centre = trimmed.Value.Fit.Coefficients[0];
            var found = MissingCount.Estimate([.. sorted.Select(effect => effect.Estimate - centre)], estimator);
            var before = missing;
            missing = Math.Min(found.Count, sorted.Count - 1);
            if (missing == before)
                return PoolFilled(effects, options, sorted, found with { Count = missing }, centre, side);
        }

        return new StatisticsError(StatisticsErrorKind.NotConverged, "The number of missing effects does not settle");
    }

    private static StatisticsResult<TrimAndFillResult> PoolFilled(
        IReadOnlyList<EffectSize> effects, ModelOptions options, List<EffectSize> sorted, MissingCount missing, double centre, FunnelSide side)
    {
        List<EffectSize> filled = [.. sorted.TakeLast(missing.Count).Select(effect => effect with { Estimate = 2 * centre - effect.Estimate })];
        if (side == FunnelSide.Right)
            filled = [.. filled.Select(effect => effect.Reverse())];
        return RandomEffects.Pool([.. effects, .. filled], options)
            .Select(pooled => new TrimAndFillResult(missing.Count, missing.StandardError, side, filled, pooled, Method));
    }
}

/// <summary>Holds the result of trim and fill.</summary>
/// <param name="MissingCount">Estimated number of missing effects (k0).</param>
/// <param name="MissingCountStandardError">Its standard error; absent where its variance is not above zero.</param>
/// <param name="Side">The side they are missing from.</param>
/// <param name="Filled">The effects filled in.</param>
/// <param name="Pooled">All effects pooled with those filled in.</param>
/// <param name="Method">The method, with the work to cite.</param>
public sealed record TrimAndFillResult(
    int MissingCount, double? MissingCountStandardError, FunnelSide Side, IReadOnlyList<EffectSize> Filled, PooledEffect Pooled, Method Method);

/// <summary>Names a side of the funnel plot.</summary>
public enum FunnelSide
{
    Left,
    Right,
}

/// <summary>Names the estimators of the number of missing effects.</summary>
public enum MissingCountEstimator
{
    /// <summary>The estimator is linear in the rank sum; it is the usual one.</summary>
    L0,

    /// <summary>The estimator counts the run of the largest ranks.</summary>
    R0,

    /// <summary>The estimator is quadratic in the rank sum.</summary>
    Q0,
}
