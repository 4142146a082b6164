using MathNet.Numerics;

namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the standardized mean difference, corrected for small samples (Hedges' g; SMD).</summary>
public static class HedgesG
{
    public static Method Method { get; } = new(
        "Standardized mean difference (Hedges' g)",
        "Hedges LV. Distribution theory for Glass's estimator of effect size and related estimators. J Educ Stat. "
            + "1981;6(2):107-128");

    /// <summary>
    /// Computes g = J (m1 - m2) / sd within, with the variance 1/n1 + 1/n2 + g² / (2 (n1 + n2)), as metafor's <c>SMD</c> does.
    /// </summary>
    public static StatisticsResult<EffectSize> Compute(MeasuredArm first, MeasuredArm second)
    {
        if ((first.Validate() ?? second.Validate()) is { } error)
            return error;
        var within = MeasuredArm.PooledStandardDeviation(first, second);
        if (within <= 0)
            return new StatisticsError(
                StatisticsErrorKind.ZeroVariance, "Both standard deviations are zero; there is nothing to standardize by");
        var people = first.People + second.People;
        var g = ComputeCorrection(people - 2) * (first.Mean - second.Mean) / within;
        return EffectSize.From(g, 1 / first.People + 1 / second.People + g * g / (2 * people));
    }

    /// <summary>
    /// Computes J(m) = Γ(m/2) / (√(m/2) Γ((m - 1)/2)) (Hedges 1981), exact rather than 1 - 3/(4m - 1); it is 1 if m is one or
    /// less.
    /// </summary>
    public static double ComputeCorrection(double degreesOfFreedom) => degreesOfFreedom <= 1
        ? 1
        : Math.Exp(SpecialFunctions.GammaLn(degreesOfFreedom / 2) - Math.Log(Math.Sqrt(degreesOfFreedom / 2))
            - SpecialFunctions.GammaLn((degreesOfFreedom - 1) / 2));
}
