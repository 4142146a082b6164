using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Pooling;

/// <summary>Holds effects pooled into one.</summary>
public sealed record PooledEffect
{
    /// <summary>The pool has this number of effects (k).</summary>
    public required int Count { get; init; }

    /// <summary>The pooled effect is on the scale of the effects: a ratio is its logarithm.</summary>
    public required double Estimate { get; init; }

    /// <summary>The standard error is that of the pooled effect.</summary>
    public required double StandardError { get; init; }

    /// <summary>The interval is the confidence interval of the pooled effect.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The test is that the pooled effect is zero.</summary>
    public required SignificanceTest Test { get; init; }

    /// <summary>The weights of the effects are in percent and in the order of the effects; they add up to 100.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The between-study variance is null in a common-effect model.</summary>
    public BetweenStudyVariance? BetweenStudyVariance { get; init; }

    /// <summary>The heterogeneity is null for a single effect.</summary>
    public HeterogeneityStatistics? Heterogeneity { get; init; }

    /// <summary>The true effect in a new, similar study would probably lie here; null if the interval is not defined.</summary>
    public Interval? PredictionInterval { get; init; }

    /// <summary>The methods begin with that of pooling.</summary>
    public required IReadOnlyList<Method> Methods { get; init; }

    /// <summary>The notes explain the result.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>The confidence interval of a logarithm is converted to that of the ratio itself.</summary>
    public Interval RatioInterval => new(Math.Exp(Interval.Lower), Math.Exp(Interval.Upper), Interval.Level);
}
