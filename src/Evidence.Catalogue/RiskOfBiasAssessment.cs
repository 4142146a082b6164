namespace Evidence.Catalogue;

/// <summary>An assessment of the risk of bias.</summary>
public sealed record RiskOfBiasAssessment
{
    /// <summary>The tool that was used.</summary>
    /// <example>rob-1</example>
    [Vocabulary("risk-of-bias-tool")]
    public required string Tool { get; init; }

    /// <summary>Overall judgement, if the assessors gave one.</summary>
    /// <example>some-concerns</example>
    [Vocabulary("judgement")]
    public string? Overall { get; init; }

    /// <summary>Judgements of the domains.</summary>
    public required IReadOnlyList<DomainJudgement> Domains { get; init; }

    /// <summary>Source of the assessment.</summary>
    public SourceReference? Source { get; init; }
}

/// <summary>The judgement of one domain of bias.</summary>
public sealed record DomainJudgement
{
    /// <summary>The domain, in the tool's own words.</summary>
    /// <example>allocation concealment</example>
    [Vocabulary("risk-of-bias-domain")]
    public required string Domain { get; init; }

    /// <summary>Judgement of the domain.</summary>
    /// <example>low</example>
    [Vocabulary("judgement")]
    public required string Judgement { get; init; }
}
