namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the difference of two means on the scale they were measured on (MD).</summary>
public static class MeanDifference
{
    public static Method Method { get; } = new(
        "Mean difference",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.1.1");

    /// <summary>Computes m1 - m2, with the variance sd1²/n1 + sd2²/n2; the arms may differ in spread.</summary>
    public static StatisticsResult<EffectSize> Compute(MeasuredArm first, MeasuredArm second)
    {
        if ((first.Validate() ?? second.Validate()) is { } error)
            return error;
        return EffectSize.From(
            first.Mean - second.Mean,
            first.StandardDeviation * first.StandardDeviation / first.People
                + second.StandardDeviation * second.StandardDeviation / second.People);
    }
}
