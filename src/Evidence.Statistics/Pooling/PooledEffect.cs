using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Pooling;

/// <summary>Effects pooled into one.</summary>
public sealed record PooledEffect
{
    /// <summary>Number of effects (k).</summary>
    public required int Count { get; init; }

    /// <summary>The pooled effect, on the scale of the effects: a ratio as its logarithm.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Its confidence interval.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The test that it is zero.</summary>
    public required SignificanceTest Test { get; init; }

    /// <summary>Weight of each effect in percent, in the order of the effects; they add up to 100.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The between-study variance, in a random-effects model.</summary>
    public BetweenStudyVariance? BetweenStudyVariance { get; init; }

    /// <summary>Heterogeneity; absent of a single effect.</summary>
    public HeterogeneityStatistics? Heterogeneity { get; init; }

    /// <summary>Where the true effect of a further study is expected; absent where it is not defined.</summary>
    public Interval? PredictionInterval { get; init; }

    /// <summary>The methods, the pooling first.</summary>
    public required IReadOnlyList<Method> Methods { get; init; }

    /// <summary>What to know about the answer.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>The estimate and interval of a logarithm as the ratio itself.</summary>
    public Interval RatioInterval => new(Math.Exp(Interval.Lower), Math.Exp(Interval.Upper), Interval.Level);
}
