namespace Evidence.Statistics.EffectSizes;

/// <summary>Ratio of two means, as its logarithm (ROM); for scales with a true zero only.</summary>
public static class RatioOfMeans
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Log ratio of means",
        "Hedges LV, Gurevitch J, Curtis PS. The meta-analysis of response ratios in experimental ecology. Ecology. "
            + "1999;80(4):1150-1156");

    /// <summary>ln(m1/m2), with the variance sd1²/(n1 m1²) + sd2²/(n2 m2²) (Hedges et al. 1999).</summary>
    public static Answer<EffectSize> Of(MeasuredArm first, MeasuredArm second)
    {
        if ((first.Fault() ?? second.Fault()) is { } fault)
            return fault;
        if (first.Mean == 0 || second.Mean == 0 || first.Mean < 0 != second.Mean < 0)
            return new Refusal(
                RefusalReason.NotPositive,
                $"The means are {first.Mean} and {second.Mean}; a ratio of means needs two of one sign");
        return EffectSize.From(Math.Log(first.Mean / second.Mean), RelativeVariance(first) + RelativeVariance(second));
    }

    private static double RelativeVariance(MeasuredArm arm) =>
        arm.StandardDeviation * arm.StandardDeviation / (arm.People * arm.Mean * arm.Mean);
}
