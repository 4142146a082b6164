using Evidence.Statistics.Regression;

namespace Evidence.Statistics.Heterogeneity;

/// <summary>Holds the intervals of the heterogeneity by the Q-profile method.</summary>
/// <param name="BetweenStudyVariance">Interval of τ².</param>
/// <param name="ISquared">Interval of I², in percent.</param>
/// <param name="HSquared">Interval of H².</param>
public sealed record QProfileIntervals(Interval BetweenStudyVariance, Interval ISquared, Interval HSquared)
{
    public static Method Method { get; } = new(
        "Q-profile interval",
        "Viechtbauer W. Confidence intervals for the amount of heterogeneity in meta-analysis. Stat Med. 2007;26(1):37-52");

    /// <summary>Finds the between-study variances at which Q equals the upper and the lower quantile of chi-squared.</summary>
    /// <remarks>
    /// Where Q is below the lower quantile even at zero, no between-study variance fits the data: the interval is zero to zero,
    /// as metafor's.
    /// </remarks>
    internal static QProfileIntervals? Compute(WeightedRegression regression, double typicalVariance, double level)
    {
        var tail = (1 - level) / 2;
        var lower = GeneralizedQ.Solve(regression, Distributions.ChiSquaredUpperQuantile(tail, regression.ResidualDegreesOfFreedom));
        var upper = GeneralizedQ.Solve(regression, Distributions.ChiSquaredUpperQuantile(1 - tail, regression.ResidualDegreesOfFreedom));
        if (lower is not { } from || upper is not { } to)
            return null;
        return new QProfileIntervals(
            new Interval(from, to, level),
            new Interval(100 * from / (typicalVariance + from), 100 * to / (typicalVariance + to), level),
            new Interval(from / typicalVariance + 1, to / typicalVariance + 1, level));
    }
}
