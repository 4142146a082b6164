using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Hedges' estimator of the between-study variance (HE), from unweighted effects.</summary>
public static class HedgesEstimator
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Hedges between-study variance",
        "Hedges LV, Olkin I. Statistical methods for meta-analysis. Orlando: Academic Press; 1985");

    /// <summary>
    /// τ² = (sum of squared residuals - tr(PV)) / (k - p); of one mean the variance of the effects less their mean sampling
    /// variance.
    /// </summary>
    internal static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var fit = regression.Unweighted();
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        var sampling = fit.Trace(V);
        return BetweenStudyVariance.Of(
            (fit.ResidualSum - sampling) / degreesOfFreedom,
            t => Math.Sqrt(2 * fit.Trace(V, V) + 4 * t * sampling + 2 * t * t * degreesOfFreedom) / degreesOfFreedom,
            Method);

        double V(int i) => regression.Variances[i];
    }
}
