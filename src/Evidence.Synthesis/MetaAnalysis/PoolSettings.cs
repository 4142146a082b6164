using Evidence.Catalogue;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>What was pooled, and by which method.</summary>
public sealed record PoolSettings
{
    /// <summary>What the outcomes are about.</summary>
    /// <example>depression-severity</example>
    [Vocabulary("domain")]
    public required string Domain { get; init; }

    /// <summary>Measure of the effects.</summary>
    /// <example>smd</example>
    [Vocabulary("effect-measure")]
    public required string Measure { get; init; }

    /// <summary>Which sign of an effect speaks for the first arm.</summary>
    /// <example>negative</example>
    [Vocabulary("benefit")]
    public required string Benefit { get; init; }

    /// <summary>By which model the effects are pooled.</summary>
    /// <example>random</example>
    [Vocabulary("pooling-model")]
    public required string Model { get; init; }

    /// <summary>Estimator of the between-study variance, in the random-effects model.</summary>
    /// <example>reml</example>
    [Vocabulary("tau2-estimator")]
    public string? Tau2 { get; init; }

    /// <summary>How the confidence interval is made.</summary>
    /// <example>hartung-knapp</example>
    [Vocabulary("interval-method")]
    public required string Interval { get; init; }

    /// <summary>Level of all intervals, in percent.</summary>
    /// <example>95</example>
    public required int Level { get; init; }

    /// <summary>Hours from the first dose that were asked for.</summary>
    /// <example>24</example>
    public decimal? AtHours { get; init; }

    /// <summary>How many hours a measurement may be away from <c>atHours</c>.</summary>
    /// <example>12</example>
    public decimal? WithinHours { get; init; }

    /// <summary>Instruments in order of priority, where one was asked for.</summary>
    /// <example>["madrs"]</example>
    [Vocabulary("instrument")]
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>What was done with several arms of one study.</summary>
    /// <example>combine</example>
    [Vocabulary("multi-arm")]
    public required string MultiArm { get; init; }

    /// <summary>What was done with figures of crossovers.</summary>
    /// <example>include</example>
    [Vocabulary("crossover-handling")]
    public required string Crossover { get; init; }

    /// <summary>What was done with studies whose primary report is retracted.</summary>
    /// <example>exclude</example>
    [Vocabulary("retracted-handling")]
    public required string Retracted { get; init; }
}
