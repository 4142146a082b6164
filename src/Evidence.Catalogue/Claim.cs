namespace Evidence.Catalogue;

/// <summary>A statement about ketamine that the catalogue weighs, with the evidence for and against it.</summary>
public sealed record Claim
{
    /// <summary>Identifier of the claim.</summary>
    /// <example>onset-within-hours</example>
    public required string Id { get; init; }

    /// <summary>Statement that is weighed.</summary>
    /// <example>Ketamine blocks the NMDA receptor, and that block is what sets its antidepressant effect in motion.</example>
    public required string Statement { get; init; }

    /// <summary>What the statement is about.</summary>
    /// <example>mechanism</example>
    [Vocabulary("claim-topic")]
    public required string Topic { get; init; }

    /// <summary>Section of the text that the statement comes from.</summary>
    /// <example>Potential Benefits</example>
    public string? SeedSection { get; init; }

    /// <summary>Evidence for and against.</summary>
    public required IReadOnlyList<ClaimEvidence> Evidence { get; init; }
}

/// <summary>A piece of evidence on a claim: a study of the catalogue, or a work cited from outside it.</summary>
public sealed record ClaimEvidence
{
    /// <summary>Identifier of the study in the catalogue.</summary>
    /// <example>zarate-2006</example>
    public string? StudyId { get; init; }

    /// <summary>Citation of a work that is not in the catalogue.</summary>
    /// <example>Smith EG, et al. J Clin Psychiatry. 2013;74(10):966-973</example>
    public string? Citation { get; init; }

    /// <summary>Whether the evidence speaks for or against the claim.</summary>
    /// <example>supports</example>
    [Vocabulary("evidence-direction")]
    public required string Direction { get; init; }

    /// <summary>What was found, in one sentence.</summary>
    /// <example>Depression was lower within two hours of the infusion.</example>
    public required string Note { get; init; }

    /// <summary>Source of the note.</summary>
    public required ClaimSource Source { get; init; }
}

/// <summary>The document that a piece of evidence was read from.</summary>
public sealed record ClaimSource
{
    /// <summary>Citation of the document.</summary>
    /// <example>Autry AE, et al. Nature. 2011;475:91-95</example>
    public required string Citation { get; init; }

    /// <summary>Address of the document.</summary>
    /// <example>https://pmc.ncbi.nlm.nih.gov/articles/PMC3172695</example>
    public required string Url { get; init; }

    /// <summary>Place in the document.</summary>
    /// <example>Abstract, results</example>
    public string? Locator { get; init; }
}
