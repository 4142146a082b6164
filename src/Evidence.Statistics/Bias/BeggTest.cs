using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Bias;

/// <summary>Rank correlation of the standardized effects with their variances.</summary>
public static class BeggTest
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Begg and Mazumdar's rank correlation test",
        "Begg CB, Mazumdar M. Operating characteristics of a rank correlation test for publication bias. Biometrics. "
            + "1994;50(4):1088-1101");

    /// <summary>Kendall's τ between (y - μ)/√(v - 1/Σw) and v (Begg &amp; Mazumdar 1994).</summary>
    public static Answer<RankCorrelation> Of(IReadOnlyList<EffectSize> effects)
    {
        if (effects.Count < 3)
            return new Refusal(
                RefusalReason.TooFewEffects,
                $"There are {effects.Count} effects; a rank correlation needs three or more, and says little below ten");
        return WeightedRegression.OnMean(effects).Then(regression =>
        {
            var fit = regression.At(0);
            var residualVariances = effects.Select(effect => effect.Variance - fit.Covariance[0, 0]).ToArray();
            if (residualVariances.Any(variance => variance <= 0))
                return new Refusal(
                    RefusalReason.NoInformation, "One effect has all the weight; the others leave nothing to rank");
            var standardized = residualVariances.Select((variance, i) => fit.Residuals[i] / Math.Sqrt(variance));
            return KendallRankCorrelation.Of([.. standardized], regression.Variances);
        });
    }
}
