using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Q as a function of the between-study variance, which falls as that rises.</summary>
internal static class GeneralizedQ
{
    /// <summary>
    /// The between-study variance at which Q is the target; zero where Q is below it from the start, null where none is found.
    /// </summary>
    public static double? Solve(WeightedRegression regression, double target)
    {
        if (regression.At(0).ResidualSum <= target)
            return 0;
        var scale = regression.Variances.Average() + regression.Estimates.Max() - regression.Estimates.Min();
        return Roots.OfFalling(between => regression.At(between).ResidualSum - target, scale);
    }
}
