using Evidence.Statistics.Regression;
namespace Evidence.Statistics.Fitting;

/// <summary>Estimates the variance of the pooled effect from the scatter of the effects, to be used with Student's t.</summary>
public static class HartungKnapp
{
    /// <summary>Names the method as it was published first.</summary>
    public static Method Method { get; } = new(
        "Hartung-Knapp interval",
        "Hartung J, Knapp G. A refined method for the meta-analysis of controlled clinical trials with binary outcome. Stat Med. "
            + "2001;20(24):3875-3889; "
            + "of regressions Knapp G, Hartung J. Improved tests for a random effects meta-regression with a single covariate. "
            + "Stat Med. 2003;22(17):2693-2710");

    /// <summary>Names the method whose variance is never below that of the Wald interval.</summary>
    public static Method NeverNarrowerMethod { get; } = new(
        "Hartung-Knapp interval, variance never below the model's",
        "Knapp G, Hartung J. Improved tests for a random effects meta-regression with a single covariate. Stat Med. "
            + "2003;22(17):2693-2710");

    /// <summary>Computes Σ w (y - Xb)² / (k - p), by which the model's covariances are multiplied.</summary>
    internal static double Scale(WeightedFit fit, int residualDegreesOfFreedom)
    {
        // What rounding leaves of effects that are all equal is not scatter.
        var rounding = 1e-28 * fit.Weights.Select((weight, i) => weight * fit.Predict(i) * fit.Predict(i)).Sum();
        var sum = fit.ResidualSum;
        return sum <= rounding ? 0 : sum / residualDegreesOfFreedom;
    }
}
