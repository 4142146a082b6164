namespace Evidence.Statistics.EffectSizes;

/// <summary>
/// Change within people, standardized by the spread of the second (earlier) measurement (metafor's <c>SMCR</c>).
/// </summary>
public static class StandardizedMeanChange
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Standardized mean change, raw-score standardization",
        "Becker BJ. Synthesizing standardized mean-change measures. Br J Math Stat Psychol. 1988;41(2):257-278");

    /// <summary>J (m1 - m2) / sd2, with the variance 2 (1 - r)/n + g²/(2n).</summary>
    /// <remarks>
    /// metafor divides by its <c>sd1i</c>, whichever measurement that names; here it is always the second, the earlier one.
    /// </remarks>
    public static Answer<EffectSize> Of(PairedArms arms)
    {
        if (arms.Fault() is { } fault)
            return fault;
        if (arms.SecondStandardDeviation <= 0)
            return new Refusal(RefusalReason.ZeroVariance, "The standard deviation of the earlier measurement is zero");
        var g = HedgesG.Correction(arms.People - 1) * (arms.FirstMean - arms.SecondMean) / arms.SecondStandardDeviation;
        return EffectSize.From(g, 2 * (1 - arms.Correlation) / arms.People + g * g / (2 * arms.People));
    }
}
