using Evidence.Statistics.Pooling;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>How far effects differ beyond chance; intervals by the Q-profile method.</summary>
public sealed record PoolHeterogeneity
{
    /// <summary>Cochran's Q, the heterogeneity statistic.</summary>
    /// <example>14.2</example>
    public required double Q { get; init; }

    /// <summary>Degrees of freedom of Q.</summary>
    /// <example>8</example>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>p value of Q.</summary>
    /// <example>0.08</example>
    public required double P { get; init; }

    /// <summary>I², the share of the total variance that is between studies, in percent.</summary>
    /// <example>43.6</example>
    public required double ISquared { get; init; }

    /// <summary>Lower limit of the interval of I², in percent.</summary>
    /// <example>0</example>
    public double? ISquaredLow { get; init; }

    /// <summary>Upper limit of the interval of I², in percent.</summary>
    /// <example>84</example>
    public double? ISquaredHigh { get; init; }

    /// <summary>H², total variance over sampling variance.</summary>
    /// <example>1.77</example>
    public required double HSquared { get; init; }

    /// <summary>τ², the variance of true effects between studies, in the random-effects model.</summary>
    /// <example>0.03</example>
    public double? TauSquared { get; init; }

    /// <summary>Lower limit of the interval of τ².</summary>
    /// <example>0</example>
    public double? TauSquaredLow { get; init; }

    /// <summary>Upper limit of the interval of τ².</summary>
    /// <example>0.25</example>
    public double? TauSquaredHigh { get; init; }

    /// <summary>τ, the standard deviation of true effects between studies.</summary>
    /// <example>0.17</example>
    public double? Tau { get; init; }

    /// <summary>Describes the heterogeneity of a pool; returns null for a single effect.</summary>
    public static PoolHeterogeneity? FromPooled(PooledEffect pooled) => pooled.Heterogeneity is not { } measured ? null : new PoolHeterogeneity
    {
        Q = measured.Test.Statistic,
        DegreesOfFreedom = measured.Test.DegreesOfFreedom!.Value,
        P = measured.Test.PValue,
        ISquared = measured.ISquared,
        ISquaredLow = measured.Intervals?.ISquared.Lower,
        ISquaredHigh = measured.Intervals?.ISquared.Upper,
        HSquared = measured.HSquared,
        TauSquared = pooled.BetweenStudyVariance?.Value,
        TauSquaredLow = measured.Intervals?.BetweenStudyVariance.Lower,
        TauSquaredHigh = measured.Intervals?.BetweenStudyVariance.Upper,
        Tau = pooled.BetweenStudyVariance is { } between ? Math.Sqrt(between.Value) : null,
    };
}
