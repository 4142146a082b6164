using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>
/// Estimates the between-study variance by Sidik and Jonkman's method (SJ); the estimate is above zero whenever effects differ.
/// </summary>
public static class SidikJonkman
{
    public static Method Method { get; } = new(
        "Sidik-Jonkman between-study variance",
        "Sidik K, Jonkman JN. Simple heterogeneity variance estimation for meta-analysis. J R Stat Soc Ser C. 2005;54(2):367-384");

    /// <summary>
    /// Computes τ² = τ0² RSS / (k - p) with weights 1/(v + τ0²), where τ0² is the mean squared deviation of the effects.
    /// </summary>
    internal static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var mean = regression.Estimates.Average();
        var crude = regression.Estimates.Average(y => (y - mean) * (y - mean));
        var fit = regression.FitAt(crude);
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        return BetweenStudyVariance.FromEstimate(
            crude * fit.ResidualSum / degreesOfFreedom,
            t => crude / degreesOfFreedom * Math.Sqrt(2 * fit.Trace(V, V) + 4 * t * fit.Trace(V, i => 1) + 2 * t * t * fit.SquaredTrace()),
            Method);

        double V(int i) => regression.Variances[i];
    }
}
