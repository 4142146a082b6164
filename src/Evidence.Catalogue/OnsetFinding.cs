namespace Evidence.Catalogue;

/// <summary>What a study says of how fast the effect came.</summary>
public sealed record OnsetFinding
{
    /// <summary>Identifier of the arm.</summary>
    /// <example>ketamine</example>
    public required string Arm { get; init; }

    /// <summary>Identifier of the arm that it is compared with; absent if there is no comparison.</summary>
    /// <example>placebo</example>
    public string? Versus { get; init; }

    /// <summary>Instrument by which the effect was seen.</summary>
    /// <example>madrs</example>
    [Vocabulary("instrument")]
    public string? Instrument { get; init; }

    /// <summary>What <c>hours</c> counts up to; different definitions are never to be mixed.</summary>
    /// <example>first-significant-separation</example>
    [Vocabulary("onset-definition")]
    public required string Definition { get; init; }

    /// <summary>Hours from the first dose.</summary>
    /// <example>1.83</example>
    public required decimal Hours { get; init; }

    /// <summary>Where the figure stands.</summary>
    public required SourceReference Source { get; init; }
}
