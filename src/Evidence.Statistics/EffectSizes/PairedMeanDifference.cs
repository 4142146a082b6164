namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the mean difference within people, as from a crossover (metafor's <c>MC</c>).</summary>
public static class PairedMeanDifference
{
    public static Method Method { get; } = new(
        "Paired mean difference",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 23.2.7");

    /// <summary>Computes m1 - m2, with the variance (sd1² + sd2² - 2 r sd1 sd2)/n.</summary>
    public static StatisticsResult<EffectSize> Compute(PairedArms arms) =>
        arms.Validate() is { } error ? error : EffectSize.From(arms.FirstMean - arms.SecondMean, arms.VarianceOfDifferences / arms.People);
}
