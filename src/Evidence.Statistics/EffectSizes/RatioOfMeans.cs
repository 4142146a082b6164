namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the ratio of two means as its logarithm (ROM); it suits only scales with a true zero.</summary>
public static class RatioOfMeans
{
    public static Method Method { get; } = new(
        "Log ratio of means",
        "Hedges LV, Gurevitch J, Curtis PS. The meta-analysis of response ratios in experimental ecology. Ecology. "
            + "1999;80(4):1150-1156");

    /// <summary>Computes ln(m1/m2), with the variance sd1²/(n1 m1²) + sd2²/(n2 m2²) (Hedges et al. 1999).</summary>
    public static StatisticsResult<EffectSize> Compute(MeasuredArm first, MeasuredArm second)
    {
        if ((first.Validate() ?? second.Validate()) is { } error)
            return error;
        if (first.Mean == 0 || second.Mean == 0 || first.Mean < 0 != second.Mean < 0)
            return new StatisticsError(
                StatisticsErrorKind.NotPositive,
                $"The means are {first.Mean} and {second.Mean}; a ratio of means needs two of one sign");
        return EffectSize.From(Math.Log(first.Mean / second.Mean), RelativeVariance(first) + RelativeVariance(second));
    }

    private static double RelativeVariance(MeasuredArm arm) =>
        arm.StandardDeviation * arm.StandardDeviation / (arm.People * arm.Mean * arm.Mean);
}
