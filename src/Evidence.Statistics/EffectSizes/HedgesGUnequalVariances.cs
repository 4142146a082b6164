namespace Evidence.Statistics.EffectSizes;

/// <summary>
/// Computes the standardized mean difference of arms that need not have the same spread (metafor's <c>SMDH</c>).
/// </summary>
public static class HedgesGUnequalVariances
{
    public static Method Method { get; } = new(
        "Standardized mean difference with heteroscedastic variances",
        "Bonett DG. Confidence intervals for standardized linear contrasts of means. Psychol Methods. 2008;13(2):99-109");

    /// <summary>Computes J (m1 - m2) / √((sd1² + sd2²)/2), with Bonett's large-sample variance times J².</summary>
    public static StatisticsResult<EffectSize> Compute(MeasuredArm first, MeasuredArm second)
    {
        if ((first.Validate() ?? second.Validate()) is { } error)
            return error;
        var v1 = first.StandardDeviation * first.StandardDeviation;
        var v2 = second.StandardDeviation * second.StandardDeviation;
        if (v1 + v2 <= 0)
            return new StatisticsError(
                StatisticsErrorKind.ZeroVariance, "Both standard deviations are zero; there is nothing to standardize by");
        var correction = HedgesG.ComputeCorrection(first.People + second.People - 2);
        var g = correction * (first.Mean - second.Mean) / Math.Sqrt((v1 + v2) / 2);
        var fromSpread = v1 * v1 / (first.People - 1) + v2 * v2 / (second.People - 1);
        var fromMeans = v1 / (first.People - 1) + v2 / (second.People - 1);
        var variance = g * g * fromSpread / (2 * (v1 + v2) * (v1 + v2)) + fromMeans / ((v1 + v2) / 2);
        return EffectSize.From(g, correction * correction * variance);
    }
}
