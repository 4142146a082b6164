using Evidence.Catalogue;

namespace Evidence.Synthesis.Choice;

/// <summary>A decision on an effect, or on a whole study, on its way into a pool, with its reason.</summary>
public sealed record PoolingDecision
{
    /// <summary>Identifier of the study.</summary>
    /// <example>daly-2018</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Daly 2018</example>
    public required string Label { get; init; }

    /// <summary>Identifier of the outcome; absent where it is about the whole study.</summary>
    /// <example>madrs-24h</example>
    public string? Outcome { get; init; }

    /// <summary>Identifier of the arm; absent where it is about all arms.</summary>
    /// <example>esk28</example>
    public string? Arm { get; init; }

    /// <summary>What became of it.</summary>
    /// <example>merged</example>
    [Vocabulary("decision-kind")]
    public required string Kind { get; init; }

    /// <summary>Why it was done.</summary>
    /// <example>arms-combined</example>
    [Vocabulary("decision-reason")]
    public required string Reason { get; init; }

    /// <summary>The reason in words, with what was found in this study.</summary>
    /// <example>esk28, esk56 and esk84 were taken together against placebo</example>
    public required string Detail { get; init; }
}
