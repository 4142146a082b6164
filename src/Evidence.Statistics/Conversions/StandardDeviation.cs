namespace Evidence.Statistics.Conversions;

/// <summary>Computes the standard deviation of an arm's people from what a report printed of its mean.</summary>
public static class StandardDeviation
{
    public static Method Method { get; } = new(
        "Standard deviation from a standard error or confidence interval of a mean",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.2");

    /// <summary>Computes the standard deviation from the standard error: sd = SE √n.</summary>
    public static StatisticsResult<ConvertedFigure> FromStandardError(double standardError, double people) =>
        InputChecks.CheckPositive(standardError, "standard error") ?? InputChecks.CheckPeople(people)
            ?? ConvertedFigure.Create(standardError * Math.Sqrt(people), "sd = SE √n", Method);

    /// <summary>
    /// Computes sd = √n (upper - lower) / (2 t), with t on n - 1 degrees of freedom, or on the normal distribution if the report
    /// used that.
    /// </summary>
    public static StatisticsResult<ConvertedFigure> FromConfidenceInterval(Interval interval, double people, bool onNormalDistribution = false)
    {
        if ((InputChecks.CheckInterval(interval) ?? InputChecks.CheckPeople(people)) is { } error)
            return error;
        var reference = onNormalDistribution ? ReferenceDistribution.Normal : new ReferenceDistribution(people - 1);
        return ConvertedFigure.Create(
            Math.Sqrt(people) * (interval.Upper - interval.Lower) / (2 * reference.CriticalValue(interval.Level)),
            onNormalDistribution ? "sd = √n (upper - lower) / (2 z)" : "sd = √n (upper - lower) / (2 t), n - 1 degrees of freedom",
            Method);
    }
}
