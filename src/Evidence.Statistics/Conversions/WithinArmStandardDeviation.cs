namespace Evidence.Statistics.Conversions;

/// <summary>
/// Computes the standard deviation within two arms, assumed equal in both, from what was printed of the difference of their
/// means.
/// </summary>
public static class WithinArmStandardDeviation
{
    public static Method Method { get; } = new(
        "Standard deviation from the standard error of a difference of means",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.3");

    /// <summary>Computes the standard deviation from the standard error: sd = SE / √(1/n1 + 1/n2).</summary>
    public static StatisticsResult<ConvertedFigure> FromStandardError(double standardError, double firstPeople, double secondPeople) =>
        InputChecks.CheckPositive(standardError, "standard error") ?? InputChecks.CheckPeople(firstPeople) ?? InputChecks.CheckPeople(secondPeople)
            ?? ConvertedFigure.Create(standardError / Math.Sqrt(1 / firstPeople + 1 / secondPeople), "sd = SE / √(1/n1 + 1/n2)", Method);

    /// <summary>Computes it from the interval of the difference, with t on n1 + n2 - 2 degrees of freedom.</summary>
    public static StatisticsResult<ConvertedFigure> FromConfidenceInterval(Interval interval, double firstPeople, double secondPeople) =>
        StandardError.FromConfidenceInterval(interval, firstPeople + secondPeople - 2)
            .Then(error => FromStandardError(error.Value, firstPeople, secondPeople));

    /// <summary>Computes it from the difference and its two-sided p value, with t on n1 + n2 - 2 degrees of freedom.</summary>
    public static StatisticsResult<ConvertedFigure> FromPValue(double difference, double pValue, double firstPeople, double secondPeople) =>
        StandardError.FromPValue(difference, pValue, firstPeople + secondPeople - 2)
            .Then(error => FromStandardError(error.Value, firstPeople, secondPeople));
}
