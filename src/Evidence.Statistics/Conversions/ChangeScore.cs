namespace Evidence.Statistics.Conversions;

/// <summary>
/// Computes the standard deviation of changes from baseline, which needs a stated correlation of the two measurements.
/// </summary>
public static class ChangeScore
{
    public static Method Method { get; } = new(
        "Standard deviation of changes from baseline",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.8");

    /// <summary>Computes the standard deviation of changes: sd = √(sd0² + sd1² - 2 r sd0 sd1).</summary>
    public static StatisticsResult<ConvertedFigure> ComputeStandardDeviation(double baseline, double final, double correlation)
    {
        if ((InputChecks.CheckPositive(baseline, "standard deviation at baseline") ?? InputChecks.CheckPositive(final, "standard deviation at the end")
            ?? InputChecks.CheckCorrelation(correlation)) is { } error)
            return error;
        var variance = baseline * baseline + final * final - 2 * correlation * baseline * final;
        return variance > 0
            ? ConvertedFigure.Create(Math.Sqrt(variance), "sd = √(sd0² + sd1² - 2 r sd0 sd1)", Method)
            : new StatisticsError(StatisticsErrorKind.ZeroVariance, "With this correlation changes have no spread");
    }

    /// <summary>
    /// Computes the correlation from an arm that printed all three standard deviations: r = (sd0² + sd1² - sd of change²) / (2
    /// sd0 sd1).
    /// </summary>
    public static StatisticsResult<ConvertedFigure> ComputeCorrelation(double baseline, double final, double change)
    {
        if ((InputChecks.CheckPositive(baseline, "standard deviation at baseline") ?? InputChecks.CheckPositive(final, "standard deviation at the end")
            ?? InputChecks.CheckPositive(change, "standard deviation of changes")) is { } error)
            return error;
        var correlation = (baseline * baseline + final * final - change * change) / (2 * baseline * final);
        return InputChecks.CheckCorrelation(correlation) ?? ConvertedFigure.Create(correlation, "r = (sd0² + sd1² - sd²) / (2 sd0 sd1)", Method);
    }
}
