namespace Evidence.Statistics.Fitting;

/// <summary>
/// A variance of the pooled effect that is estimated from the scatter of the effects, to be used with Student's t.
/// </summary>
public static class HartungKnapp
{
    /// <summary>The plain method.</summary>
    public static Method Method { get; } = new(
        "Hartung-Knapp interval",
        "Hartung J, Knapp G. A refined method for the meta-analysis of controlled clinical trials with binary outcome. Stat Med. "
            + "2001;20(24):3875-3889; "
            + "of regressions Knapp G, Hartung J. Improved tests for a random effects meta-regression with a single covariate. "
            + "Stat Med. 2003;22(17):2693-2710");

    /// <summary>The method that is never narrower than the Wald interval's variance.</summary>
    public static Method NeverNarrower { get; } = new(
        "Hartung-Knapp interval, variance never below the model's",
        "Knapp G, Hartung J. Improved tests for a random effects meta-regression with a single covariate. Stat Med. "
            + "2003;22(17):2693-2710");

    /// <summary>Σ w (y - Xb)² / (k - p), by which the model's covariances are multiplied.</summary>
    internal static double Scale(WeightedFit fit, int residualDegreesOfFreedom)
    {
        // What rounding leaves of effects that are all equal is not scatter.
        var rounding = 1e-28 * fit.Weights.Select((weight, i) => weight * fit.Fitted(i) * fit.Fitted(i)).Sum();
        var sum = fit.ResidualSum;
        return sum <= rounding ? 0 : sum / residualDegreesOfFreedom;
    }
}
