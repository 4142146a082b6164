using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Sidik and Jonkman's estimator of the between-study variance (SJ); it is above zero wherever effects differ.</summary>
public static class SidikJonkman
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Sidik-Jonkman between-study variance",
        "Sidik K, Jonkman JN. Simple heterogeneity variance estimation for meta-analysis. J R Stat Soc Ser C. 2005;54(2):367-384");

    /// <summary>
    /// τ² = τ0² RSS / (k - p) with weights 1/(v + τ0²), where τ0² is the mean squared deviation of the effects.
    /// </summary>
    internal static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var mean = regression.Estimates.Average();
        var crude = regression.Estimates.Average(y => (y - mean) * (y - mean));
        var fit = regression.At(crude);
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        return BetweenStudyVariance.Of(
            crude * fit.ResidualSum / degreesOfFreedom,
            t => crude / degreesOfFreedom * Math.Sqrt(2 * fit.Trace(V, V) + 4 * t * fit.Trace(V, i => 1) + 2 * t * t * fit.SquaredTrace()),
            Method);

        double V(int i) => regression.Variances[i];
    }
}
