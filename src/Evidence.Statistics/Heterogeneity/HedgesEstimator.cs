using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Estimates the between-study variance from unweighted effects (Hedges; HE).</summary>
public static class HedgesEstimator
{
    public static Method Method { get; } = new(
        "Hedges between-study variance",
        "Hedges LV, Olkin I. Statistical methods for meta-analysis. Orlando: Academic Press; 1985");

    /// <summary>
    /// Computes τ² = (sum of squared residuals - tr(PV)) / (k - p); for one mean this is the variance of the effects less their
    /// mean sampling variance.
    /// </summary>
    internal static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var fit = regression.FitUnweighted();
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        var sampling = fit.Trace(V);
        return BetweenStudyVariance.FromEstimate(
            (fit.ResidualSum - sampling) / degreesOfFreedom,
            t => Math.Sqrt(2 * fit.Trace(V, V) + 4 * t * sampling + 2 * t * t * degreesOfFreedom) / degreesOfFreedom,
            Method);

        double V(int i) => regression.Variances[i];
    }
}
