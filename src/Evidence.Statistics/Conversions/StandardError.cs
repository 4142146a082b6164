namespace Evidence.Statistics.Conversions;

/// <summary>Computes the standard error of a contrast from what a report printed of it.</summary>
public static class StandardError
{
    /// <summary>Names the method for a printed confidence interval.</summary>
    public static Method FromIntervalMethod { get; } = new(
        "Standard error from a confidence interval",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.3.1");

    /// <summary>Names the method for a printed p value.</summary>
    public static Method FromPValueMethod { get; } = new(
        "Standard error from a p value", "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.3.2");

    /// <summary>
    /// Computes SE = (upper - lower) / (2 z), or with t if degrees of freedom are given; for a ratio the caller gives the
    /// logarithms of the bounds.
    /// </summary>
    public static StatisticsResult<ConvertedFigure> FromConfidenceInterval(Interval interval, double? degreesOfFreedom = null)
    {
        if ((InputChecks.CheckInterval(interval) ?? CheckDegreesOfFreedom(degreesOfFreedom)) is { } error)
            return error;
        var critical = new ReferenceDistribution(degreesOfFreedom).CriticalValue(interval.Level);
        return ConvertedFigure.Create((interval.Upper - interval.Lower) / (2 * critical), "SE = (upper - lower) / (2 "
            + $"{Letter(degreesOfFreedom)})", FromIntervalMethod);
    }

    /// <summary>Computes the SE of the logarithm of a ratio from the interval of the ratio itself.</summary>
    public static StatisticsResult<ConvertedFigure> FromRatioInterval(Interval interval)
    {
        if ((InputChecks.CheckPositive(interval.Lower, "lower bound") ?? InputChecks.CheckInterval(interval)) is { } error)
            return error;
        return FromConfidenceInterval(new Interval(Math.Log(interval.Lower), Math.Log(interval.Upper), interval.Level));
    }

    /// <summary>
    /// Computes SE = |estimate| / z, or with t if degrees of freedom are given, from a two-sided p value that is printed exactly.
    /// </summary>
    public static StatisticsResult<ConvertedFigure> FromPValue(double estimate, double pValue, double? degreesOfFreedom = null)
    {
        if ((InputChecks.CheckPositive(Math.Abs(estimate), "size of the estimate") ?? InputChecks.CheckPValue(pValue) ?? CheckDegreesOfFreedom(degreesOfFreedom)) is { } error)
            return error;
        var critical = new ReferenceDistribution(degreesOfFreedom).CriticalValue(1 - pValue);
        return ConvertedFigure.Create(Math.Abs(estimate) / critical, $"SE = |estimate| / {Letter(degreesOfFreedom)}", FromPValueMethod);
    }

    /// <summary>Computes SE = |estimate / t| from the test statistic.</summary>
    public static StatisticsResult<ConvertedFigure> FromStatistic(double estimate, double statistic) =>
        InputChecks.CheckPositive(Math.Abs(estimate), "size of the estimate") ?? InputChecks.CheckPositive(Math.Abs(statistic), "size of the statistic")
            ?? ConvertedFigure.Create(Math.Abs(estimate / statistic), "SE = |estimate / statistic|", FromPValueMethod);

    private static StatisticsError? CheckDegreesOfFreedom(double? degreesOfFreedom) =>
        degreesOfFreedom is { } df ? InputChecks.CheckPositive(df, "number of degrees of freedom") : null;

    private static string Letter(double? degreesOfFreedom) => degreesOfFreedom is null ? "z" : "t";
}
