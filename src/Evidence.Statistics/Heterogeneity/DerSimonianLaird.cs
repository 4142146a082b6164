using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Estimates the between-study variance by the moments of Q (DerSimonian and Laird; DL).</summary>
public static class DerSimonianLaird
{
    public static Method Method { get; } = new(
        "DerSimonian-Laird between-study variance",
        "DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials. 1986;7(3):177-188");

    /// <summary>Computes τ² = (Q - (k - p)) / tr(P) with weights 1/v; for one mean tr(P) = Σw - Σw²/Σw.</summary>
    internal static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var fit = regression.FitAt(0);
        var degreesOfFreedom = regression.ResidualDegreesOfFreedom;
        var trace = fit.Trace();
        return BetweenStudyVariance.FromEstimate(
            (fit.ResidualSum - degreesOfFreedom) / trace,
            t => Math.Sqrt(2 * degreesOfFreedom + 4 * t * trace + 2 * t * t * fit.SquaredTrace()) / trace,
            Method);
    }
}
