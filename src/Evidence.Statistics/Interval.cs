namespace Evidence.Statistics;

/// <summary>Holds an interval with its level.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Level">Level, such as 0.95.</param>
public sealed record Interval(double Lower, double Upper, double Level)
{
    internal static Interval Around(double estimate, double standardError, ReferenceDistribution reference, double level)
    {
        var margin = reference.CriticalValue(level) * standardError;
        return new Interval(estimate - margin, estimate + margin, level);
    }
}
