namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the standardized mean difference within people, comparable with that of parallel arms.</summary>
public static class PairedHedgesG
{
    public static Method Method { get; } = new(
        "Paired standardized mean difference",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 23.2.7; small-sample correction of Hedges "
            + "1981");

    /// <summary>Computes g = J (m1 - m2) / √((sd1² + sd2²)/2), with the variance 2 (1 - r) (1/n + g²/(2n)).</summary>
    /// <remarks>
    /// It is standardized by the spread of people, not of differences, so that crossovers and parallel trials measure the same thing.
    /// The Handbook has no J; here it is used, with n - 1 degrees of freedom, so that small crossovers are not favoured.
    /// </remarks>
    public static StatisticsResult<EffectSize> Compute(PairedArms arms)
    {
        if (arms.Validate() is { } error)
            return error;
        var spread = Math.Sqrt((arms.FirstStandardDeviation * arms.FirstStandardDeviation
            + arms.SecondStandardDeviation * arms.SecondStandardDeviation) / 2);
        if (spread <= 0)
            return new StatisticsError(
                StatisticsErrorKind.ZeroVariance, "Both standard deviations are zero; there is nothing to standardize by");
        var g = HedgesG.ComputeCorrection(arms.People - 1) * (arms.FirstMean - arms.SecondMean) / spread;
        return EffectSize.From(g, 2 * (1 - arms.Correlation) * (1 / arms.People + g * g / (2 * arms.People)));
    }
}
