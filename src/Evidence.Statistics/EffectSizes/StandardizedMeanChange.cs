namespace Evidence.Statistics.EffectSizes;

/// <summary>
/// Computes the change within people, standardized by the spread of the second (earlier) measurement (metafor's <c>SMCR</c>).
/// </summary>
public static class StandardizedMeanChange
{
    public static Method Method { get; } = new(
        "Standardized mean change, raw-score standardization",
        "Becker BJ. Synthesizing standardized mean-change measures. Br J Math Stat Psychol. 1988;41(2):257-278");

    /// <summary>Computes J (m1 - m2) / sd2, with the variance 2 (1 - r)/n + g²/(2n).</summary>
    /// <remarks>
    /// metafor divides by its <c>sd1i</c>, whichever measurement that names; here it is always the second, the earlier one.
    /// </remarks>
    public static StatisticsResult<EffectSize> Compute(PairedArms arms)
    {
        if (arms.Validate() is { } error)
            return error;
        if (arms.SecondStandardDeviation <= 0)
            return new StatisticsError(StatisticsErrorKind.ZeroVariance, "The standard deviation of the earlier measurement is zero");
        var g = HedgesG.ComputeCorrection(arms.People - 1) * (arms.FirstMean - arms.SecondMean) / arms.SecondStandardDeviation;
        return EffectSize.From(g, 2 * (1 - arms.Correlation) / arms.People + g * g / (2 * arms.People));
    }
}
