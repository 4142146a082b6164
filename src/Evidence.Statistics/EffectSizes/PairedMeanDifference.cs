namespace Evidence.Statistics.EffectSizes;

/// <summary>Mean difference within people, as from a crossover (metafor's <c>MC</c>).</summary>
public static class PairedMeanDifference
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Paired mean difference",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 23.2.7");

    /// <summary>m1 - m2, with the variance (sd1² + sd2² - 2 r sd1 sd2)/n.</summary>
    public static Answer<EffectSize> Of(PairedArms arms) =>
        arms.Fault() is { } fault ? fault : EffectSize.From(arms.FirstMean - arms.SecondMean, arms.VarianceOfDifferences / arms.People);
}
