namespace Evidence.Statistics.EffectSizes;

/// <summary>Takes the mean of a single arm as an effect (metafor's <c>MN</c>).</summary>
public static class SingleMean
{
    public static Method Method { get; } = new(
        "Mean of a single arm",
        "Viechtbauer W. Conducting meta-analyses in R with the metafor package. J Stat Softw. 2010;36(3):1-48");

    /// <summary>Returns the mean m, with the variance sd²/n.</summary>
    public static StatisticsResult<EffectSize> Compute(MeasuredArm arm) =>
        arm.Validate() is { } error ? error : EffectSize.From(arm.Mean, arm.StandardDeviation * arm.StandardDeviation / arm.People);
}
