using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Bias;

/// <summary>
/// Tests whether the standardized effects rank like their variances, as they do where small studies differ from large ones.
/// </summary>
public static class BeggTest
{
    public static Method Method { get; } = new(
        "Begg and Mazumdar's rank correlation test",
        "Begg CB, Mazumdar M. Operating characteristics of a rank correlation test for publication bias. Biometrics. "
            + "1994;50(4):1088-1101");

    /// <summary>Computes Kendall's τ between (y - μ)/√(v - 1/Σw) and v (Begg &amp; Mazumdar 1994).</summary>
    public static StatisticsResult<RankCorrelation> Compute(IReadOnlyList<EffectSize> effects)
    {
        if (effects.Count < 3)
            return new StatisticsError(
                StatisticsErrorKind.TooFewEffects,
                $"There are {effects.Count} effects; a rank correlation needs three or more, and says little below ten");
        return WeightedRegression.CreateForMean(effects).Then(regression =>
        {
            var fit = regression.FitAt(0);
            var residualVariances = effects.Select(effect => effect.Variance - fit.Covariance[0, 0]).ToArray();
            if (residualVariances.Any(variance => variance <= 0))
                return new StatisticsError(
                    StatisticsErrorKind.NoInformation, "One effect has all the weight; the others leave nothing to rank");
            var standardized = residualVariances.Select((variance, i) => fit.Residuals[i] / Math.Sqrt(variance));
            return KendallRankCorrelation.Compute([.. standardized], regression.Variances);
        });
    }
}
