namespace Evidence.Catalogue;

/// <summary>Asks of a claim what the figures of the catalogue say: a selection that is computed again at every revision.</summary>
public sealed record ClaimQuestion
{
    /// <summary>Identifier of the question.</summary>
    /// <example>onset-severity</example>
    public required string Id { get; init; }

    /// <summary>Identifier of the claim.</summary>
    /// <example>onset-within-hours</example>
    public required string Claim { get; init; }

    /// <summary>What is asked, in words.</summary>
    /// <example>MADRS by time after the first dose, against placebo, saline or midazolam</example>
    public required string Label { get; init; }

    /// <summary>The operation that answers it.</summary>
    /// <example>time-course</example>
    [Vocabulary("question-operation")]
    public required string Operation { get; init; }

    /// <summary>The operation's query, without a revision.</summary>
    /// <example>domain=depression-severity&amp;measure=md&amp;instrument=madrs</example>
    public required string Query { get; init; }
}
