using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>DerSimonian and Laird's estimator of the between-study variance (DL), by moments of Q.</summary>
public static class DerSimonianLaird
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "DerSimonian-Laird between-study variance",
        "DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials. 1986;7(3):177-188");

    /// <summary>τ² = (Q - (k - p)) / tr(P) with weights 1/v; of one mean tr(P) = Σw - Σw²/Σw.</summary>
    internal static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var fit = regression.At(0);
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        var trace = fit.Trace();
        return BetweenStudyVariance.Of(
            (fit.ResidualSum - degreesOfFreedom) / trace,
            t => Math.Sqrt(2 * degreesOfFreedom + 4 * t * trace + 2 * t * t * fit.SquaredTrace()) / trace,
            Method);
    }
}
