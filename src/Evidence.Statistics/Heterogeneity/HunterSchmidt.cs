using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Estimates the between-study variance by Hunter and Schmidt's method (HS); the estimate tends to be too low.</summary>
public static class HunterSchmidt
{
    public static Method Method { get; } = new(
        "Hunter-Schmidt between-study variance",
        "Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ Behav Stat. "
            + "2005;30(3):261-293");

    /// <summary>Computes τ² = (Q - k) / Σw with weights 1/v.</summary>
    internal static StatisticsResult<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var fit = regression.FitAt(0);
        return BetweenStudyVariance.FromEstimate(
            (fit.ResidualSum - regression.Count) / fit.SumOfWeights,
            t => Math.Sqrt(2 * regression.ResidualDegreesOfFreedom + 4 * t * fit.Trace() + 2 * t * t * fit.SquaredTrace()) / fit.SumOfWeights,
            Method);
    }
}
