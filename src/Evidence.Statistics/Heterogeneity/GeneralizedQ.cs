using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Computes Q as a function of the between-study variance; Q decreases as the variance rises.</summary>
internal static class GeneralizedQ
{
    /// <summary>
    /// Returns the between-study variance at which Q equals the target: zero if Q is below it from the start, null if none is
    /// found.
    /// </summary>
    public static double? Solve(WeightedRegression regression, double target)
    {
        if (regression.FitAt(0).ResidualSum <= target)
            return 0;
        var scale = regression.Variances.Average() + regression.Estimates.Max() - regression.Estimates.Min();
        return RootFinder.FindForDecreasing(between => regression.FitAt(between).ResidualSum - target, scale);
    }
}
