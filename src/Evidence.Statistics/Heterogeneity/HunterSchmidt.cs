using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Hunter and Schmidt's estimator of the between-study variance (HS); it tends to be too low.</summary>
public static class HunterSchmidt
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Hunter-Schmidt between-study variance",
        "Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ Behav Stat. "
            + "2005;30(3):261-293");

    /// <summary>τ² = (Q - k) / Σw with weights 1/v.</summary>
    internal static Answer<BetweenStudyVariance> Estimate(WeightedRegression regression)
    {
        var fit = regression.At(0);
        return BetweenStudyVariance.Of(
            (fit.ResidualSum - regression.Count) / fit.SumOfWeights,
            t => Math.Sqrt(2 * regression.ResidualDegreesOfFreedom + 4 * t * fit.Trace() + 2 * t * t * fit.SquaredTrace()) / fit.SumOfWeights,
            Method);
    }
}
