namespace Evidence.Statistics.Conversions;

/// <summary>The standard deviation of changes from baseline, which needs a stated correlation of the two measurements.</summary>
public static class ChangeScore
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Standard deviation of changes from baseline",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.8");

    /// <summary>sd of change = √(sd0² + sd1² - 2 r sd0 sd1).</summary>
    public static Answer<Converted> StandardDeviation(double baseline, double final, double correlation)
    {
        if ((Checks.Positive(baseline, "standard deviation at baseline") ?? Checks.Positive(final, "standard deviation at the end")
            ?? Checks.Correlation(correlation)) is { } refused)
            return refused;
        var variance = baseline * baseline + final * final - 2 * correlation * baseline * final;
        return variance > 0
            ? Converted.To(Math.Sqrt(variance), "sd = √(sd0² + sd1² - 2 r sd0 sd1)", Method)
            : new Refusal(RefusalReason.ZeroVariance, "With this correlation changes have no spread");
    }

    /// <summary>r = (sd0² + sd1² - sd of change²) / (2 sd0 sd1), from an arm that printed all three.</summary>
    public static Answer<Converted> Correlation(double baseline, double final, double change)
    {
        if ((Checks.Positive(baseline, "standard deviation at baseline") ?? Checks.Positive(final, "standard deviation at the end")
            ?? Checks.Positive(change, "standard deviation of changes")) is { } refused)
            return refused;
        var correlation = (baseline * baseline + final * final - change * change) / (2 * baseline * final);
        return Checks.Correlation(correlation) ?? Converted.To(correlation, "r = (sd0² + sd1² - sd²) / (2 sd0 sd1)", Method);
    }
}
