namespace Evidence.Statistics.Conversions;

/// <summary>The standard error of a contrast, worked out from what a report printed of it.</summary>
public static class StandardError
{
    /// <summary>The method, where a confidence interval was printed.</summary>
    public static Method FromIntervalMethod { get; } = new(
        "Standard error from a confidence interval",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.3.1");

    /// <summary>The method, where a p value was printed.</summary>
    public static Method FromPValueMethod { get; } = new(
        "Standard error from a p value", "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.3.2");

    /// <summary>
    /// SE = (upper - lower) / (2 z), or with t where degrees of freedom are given; of a ratio the bounds' logarithms are given.
    /// </summary>
    public static Answer<Converted> FromConfidenceInterval(Interval interval, double? degreesOfFreedom = null)
    {
        if ((Checks.Interval(interval) ?? Faulty(degreesOfFreedom)) is { } refused)
            return refused;
        var critical = new ReferenceDistribution(degreesOfFreedom).CriticalValue(interval.Level);
        return Converted.To((interval.Upper - interval.Lower) / (2 * critical), "SE = (upper - lower) / (2 "
            + $"{Letter(degreesOfFreedom)})", FromIntervalMethod);
    }

    /// <summary>SE of the logarithm of a ratio, from the interval of the ratio itself.</summary>
    public static Answer<Converted> FromRatioInterval(Interval interval)
    {
        if ((Checks.Positive(interval.Lower, "lower bound") ?? Checks.Interval(interval)) is { } refused)
            return refused;
        return FromConfidenceInterval(new Interval(Math.Log(interval.Lower), Math.Log(interval.Upper), interval.Level));
    }

    /// <summary>
    /// SE = |estimate| / z, or t where degrees of freedom are given, from a two-sided p value that is printed exactly.
    /// </summary>
    public static Answer<Converted> FromPValue(double estimate, double pValue, double? degreesOfFreedom = null)
    {
        if ((Checks.Positive(Math.Abs(estimate), "size of the estimate") ?? Checks.PValue(pValue) ?? Faulty(degreesOfFreedom)) is { } refused)
            return refused;
        var critical = new ReferenceDistribution(degreesOfFreedom).CriticalValue(1 - pValue);
        return Converted.To(Math.Abs(estimate) / critical, $"SE = |estimate| / {Letter(degreesOfFreedom)}", FromPValueMethod);
    }

    /// <summary>SE = |estimate / t|, from the test statistic.</summary>
    public static Answer<Converted> FromStatistic(double estimate, double statistic) =>
        Checks.Positive(Math.Abs(estimate), "size of the estimate") ?? Checks.Positive(Math.Abs(statistic), "size of the statistic")
            ?? Converted.To(Math.Abs(estimate / statistic), "SE = |estimate / statistic|", FromPValueMethod);

    private static Refusal? Faulty(double? degreesOfFreedom) =>
        degreesOfFreedom is { } df ? Checks.Positive(df, "number of degrees of freedom") : null;

    private static string Letter(double? degreesOfFreedom) => degreesOfFreedom is null ? "z" : "t";
}
