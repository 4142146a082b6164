namespace Evidence.Statistics.Conversions;

/// <summary>
/// The standard deviation within two arms, taken as equal in both, from what was printed of the difference of their means.
/// </summary>
public static class WithinArmStandardDeviation
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Standard deviation from the standard error of a difference of means",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.3");

    /// <summary>sd = SE / √(1/n1 + 1/n2).</summary>
    public static Answer<Converted> FromStandardError(double standardError, double firstPeople, double secondPeople) =>
        Checks.Positive(standardError, "standard error") ?? Checks.People(firstPeople) ?? Checks.People(secondPeople)
            ?? Converted.To(standardError / Math.Sqrt(1 / firstPeople + 1 / secondPeople), "sd = SE / √(1/n1 + 1/n2)", Method);

    /// <summary>From the interval of the difference, with t on n1 + n2 - 2 degrees of freedom.</summary>
    public static Answer<Converted> FromConfidenceInterval(Interval interval, double firstPeople, double secondPeople) =>
        StandardError.FromConfidenceInterval(interval, firstPeople + secondPeople - 2)
            .Then(error => FromStandardError(error.Value, firstPeople, secondPeople));

    /// <summary>From the difference and its two-sided p value, with t on n1 + n2 - 2 degrees of freedom.</summary>
    public static Answer<Converted> FromPValue(double difference, double pValue, double firstPeople, double secondPeople) =>
        StandardError.FromPValue(difference, pValue, firstPeople + secondPeople - 2)
            .Then(error => FromStandardError(error.Value, firstPeople, secondPeople));
}
