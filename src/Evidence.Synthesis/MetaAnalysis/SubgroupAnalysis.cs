using Evidence.Catalogue;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>The pool by groups of studies, each with a between-study variance of its own, and the test of their differences.</summary>
public sealed record SubgroupAnalysis
{
    /// <summary>By what studies are put into groups.</summary>
    /// <example>route</example>
    [Vocabulary("study-factor")]
    public required string Factor { get; init; }

    /// <summary>The groups, the largest first.</summary>
    public required IReadOnlyList<SubgroupPool> Groups { get; init; }

    /// <summary>Q between the groups, with the weights 1/SE².</summary>
    /// <example>3.1</example>
    public required double Q { get; init; }

    /// <summary>Degrees of freedom of Q.</summary>
    /// <example>2</example>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>p value of the test that all groups have one effect.</summary>
    /// <example>0.21</example>
    public required double P { get; init; }
}

/// <summary>One group of studies pooled; of a single effect it is that effect with its interval on the normal distribution.</summary>
public sealed record SubgroupPool
{
    /// <summary>The group: a term of the factor, or not-reported.</summary>
    /// <example>iv</example>
    public required string Group { get; init; }

    /// <summary>Number of effects in the group.</summary>
    /// <example>4</example>
    public required int Effects { get; init; }

    /// <summary>The pooled effect of these effects.</summary>
    public required PooledEstimate Estimate { get; init; }

    /// <summary>How far its effects differ; absent of a single one.</summary>
    public PoolHeterogeneity? Heterogeneity { get; init; }
}
