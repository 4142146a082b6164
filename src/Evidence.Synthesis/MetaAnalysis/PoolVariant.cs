using Evidence.Statistics;
using Evidence.Statistics.Pooling;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>The pool of a part of the effects.</summary>
public sealed record PoolVariant
{
    /// <summary>Identifier of the study whose effect was left out, or came last.</summary>
    /// <example>chen-2023</example>
    public required string Study { get; init; }

    /// <summary>Its short name, with the arm where it has several effects.</summary>
    /// <example>Chen 2023</example>
    public required string Label { get; init; }

    /// <summary>Number of effects in this pool.</summary>
    /// <example>8</example>
    public required int Effects { get; init; }

    /// <summary>The pooled effect; absent where <c>notComputed</c> says why.</summary>
    /// <example>-0.39</example>
    public double? Estimate { get; init; }

    /// <summary>Lower limit of its confidence interval.</summary>
    /// <example>-0.6</example>
    public double? CiLow { get; init; }

    /// <summary>Upper limit of its confidence interval.</summary>
    /// <example>-0.18</example>
    public double? CiHigh { get; init; }

    /// <summary>Two-sided p value of the test.</summary>
    /// <example>0.004</example>
    public double? P { get; init; }

    /// <summary>I², the heterogeneity in percent.</summary>
    /// <example>40.1</example>
    public double? ISquared { get; init; }

    /// <summary>τ², in the random-effects model.</summary>
    /// <example>0.03</example>
    public double? TauSquared { get; init; }

    /// <summary>Why there is no pooled effect.</summary>
    /// <example>There are 1 effects for 1 coefficients; Student's t needs at least one more</example>
    public string? NotComputed { get; init; }

    /// <summary>Creates the variant that a part of the rows gives.</summary>
    public static PoolVariant Create(PoolRow row, int effects, StatisticsResult<PooledEffect> fit) => new()
    {
        Study = row.Study,
        Label = row.Label,
        Effects = effects,
        Estimate = fit.Value?.Estimate,
        CiLow = fit.Value?.Interval.Lower,
        CiHigh = fit.Value?.Interval.Upper,
        P = fit.Value?.Test.PValue,
        ISquared = fit.Value?.Heterogeneity?.ISquared,
        TauSquared = fit.Value?.BetweenStudyVariance?.Value,
        NotComputed = fit.Error?.Message,
    };
}

/// <summary>How much one effect sways the pooled one.</summary>
public sealed record InfluenceRow
{
    /// <summary>Identifier of the study.</summary>
    /// <example>chen-2023</example>
    public required string Study { get; init; }

    /// <summary>Its short name, with the arm where it has several effects.</summary>
    /// <example>Chen 2023</example>
    public required string Label { get; init; }

    /// <summary>Distance from the effect pooled without it, in standard errors (rstudent).</summary>
    /// <example>0.4</example>
    public required double StudentizedResidual { get; init; }

    /// <summary>How far the pooled effect moves towards it (DFFITS).</summary>
    /// <example>0.2</example>
    public required double Dffits { get; init; }

    /// <summary>Cook's distance of the effect.</summary>
    /// <example>0.05</example>
    public required double CooksDistance { get; init; }

    /// <summary>Share of the weight (hat value), from 0 to 1.</summary>
    /// <example>0.14</example>
    public required double Hat { get; init; }

    /// <summary>Whether one of metafor's cut-offs is passed.</summary>
    /// <example>false</example>
    public required bool IsInfluential { get; init; }
}
