namespace Evidence.Statistics.EffectSizes;

/// <summary>Holds an effect with its sampling variance: metafor's <c>yi</c> and <c>vi</c>.</summary>
/// <param name="Estimate">The effect; a ratio is on the scale of its natural logarithm.</param>
/// <param name="Variance">The sampling variance, on the same scale squared.</param>
public sealed record EffectSize(double Estimate, double Variance)
{
    /// <summary>The standard error is the root of the variance.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>Computes the confidence interval on the normal distribution, on the scale of the estimate.</summary>
    public Interval ComputeConfidenceInterval(double level = 0.95) =>
        Interval.Around(Estimate, StandardError, ReferenceDistribution.Normal, level);

    /// <summary>Returns the effect as seen from the other arm: the sign changes, the variance does not.</summary>
    public EffectSize Reverse() => this with { Estimate = -Estimate };

    internal static StatisticsResult<EffectSize> From(double estimate, double variance)
    {
        if (!double.IsFinite(estimate) || !double.IsFinite(variance))
            return new StatisticsError(StatisticsErrorKind.InvalidInput, "The figures give an effect that is not a finite number");
        return variance > 0
            ? new EffectSize(estimate, variance)
            : new StatisticsError(StatisticsErrorKind.ZeroVariance, "The figures give a sampling variance of zero; expected one above zero");
    }
}
