namespace Evidence.Statistics.EffectSizes;

/// <summary>The mean of a single arm (metafor's <c>MN</c>).</summary>
public static class SingleMean
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Mean of a single arm",
        "Viechtbauer W. Conducting meta-analyses in R with the metafor package. J Stat Softw. 2010;36(3):1-48");

    /// <summary>m, with the variance sd²/n.</summary>
    public static Answer<EffectSize> Of(MeasuredArm arm) =>
        arm.Fault() is { } fault ? fault : EffectSize.From(arm.Mean, arm.StandardDeviation * arm.StandardDeviation / arm.People);
}
