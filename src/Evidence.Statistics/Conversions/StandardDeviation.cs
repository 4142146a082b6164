namespace Evidence.Statistics.Conversions;

/// <summary>The standard deviation of an arm's people, worked out from what a report printed of its mean.</summary>
public static class StandardDeviation
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Standard deviation from a standard error or confidence interval of a mean",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.2");

    /// <summary>sd = SE √n.</summary>
    public static Answer<Converted> FromStandardError(double standardError, double people) =>
        Checks.Positive(standardError, "standard error") ?? Checks.People(people)
            ?? Converted.To(standardError * Math.Sqrt(people), "sd = SE √n", Method);

    /// <summary>
    /// sd = √n (upper - lower) / (2 t), with t on n - 1 degrees of freedom; on the normal distribution where the report used
    /// that.
    /// </summary>
    public static Answer<Converted> FromConfidenceInterval(Interval interval, double people, bool onNormalDistribution = false)
    {
        if ((Checks.Interval(interval) ?? Checks.People(people)) is { } refused)
            return refused;
        var reference = onNormalDistribution ? ReferenceDistribution.Normal : new ReferenceDistribution(people - 1);
        return Converted.To(
            Math.Sqrt(people) * (interval.Upper - interval.Lower) / (2 * reference.CriticalValue(interval.Level)),
            onNormalDistribution ? "sd = √n (upper - lower) / (2 z)" : "sd = √n (upper - lower) / (2 t), n - 1 degrees of freedom",
            Method);
    }
}
