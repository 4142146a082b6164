namespace Evidence.Catalogue.Rows;

/// <summary>One assessment of the risk of bias, of a study or of one of its results, with the judgement of each domain.</summary>
public sealed record RiskOfBiasRow
{
    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Zarate 2006</example>
    public required string Label { get; init; }

    /// <summary>Identifier of the outcome that is assessed; absent where it is the study as a whole.</summary>
    /// <example>madrs-24h</example>
    public string? Outcome { get; init; }

    /// <summary>The tool that was used.</summary>
    /// <example>rob-1</example>
    [Vocabulary("risk-of-bias-tool")]
    public required string Tool { get; init; }

    /// <summary>Judgements by domain, in the order of the tool; a domain that is absent was not read.</summary>
    public required IReadOnlyList<DomainJudgement> Domains { get; init; }

    /// <summary>Overall judgement, where the assessors gave one.</summary>
    /// <example>some-concerns</example>
    [Vocabulary("judgement")]
    public string? Overall { get; init; }

    /// <summary>The judgement that the filter <c>riskOfBias</c> uses: <c>overall</c>, else what the domains imply.</summary>
    /// <example>unclear</example>
    [Vocabulary("judgement")]
    public string? Summarized { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent if not all were checked and none is corrected, retracted or under concern.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>Kind of the document that the assessment was read from.</summary>
    /// <example>review</example>
    [Vocabulary("source-kind")]
    public string? SourceKind { get; init; }

    /// <summary>Citation of that document.</summary>
    /// <example>Dean RL, et al. Cochrane Database Syst Rev. 2021;2021(9):CD011612</example>
    public string? SourceCitation { get; init; }

    /// <summary>Address of that document.</summary>
    /// <example>https://pmc.ncbi.nlm.nih.gov/articles/PMC8434915</example>
    public string? SourceUrl { get; init; }

    /// <summary>Table, figure or page in that document.</summary>
    /// <example>Risk of bias table, Zarate 2006a</example>
    public string? SourceLocator { get; init; }

    /// <summary>Creates the rows of a study: its own assessment first, then those of its results.</summary>
    public static IEnumerable<RiskOfBiasRow> FromStudy(Study study)
    {
        if (study.RiskOfBias is { } ofStudy)
            yield return Create(study, ofStudy, outcome: null);
        foreach (var outcome in study.Outcomes.Where(outcome => outcome.RiskOfBias is not null))
            yield return Create(study, outcome.RiskOfBias!, outcome);
    }

    private static RiskOfBiasRow Create(Study study, RiskOfBiasAssessment assessment, Outcome? outcome)
    {
        var source = study.Sources.FirstOrDefault(source => source.Key == assessment.Source?.Key);
        return new RiskOfBiasRow
        {
            Study = study.Id,
            Label = study.Label,
            Outcome = outcome?.Id,
            Tool = assessment.Tool,
            Domains = assessment.Domains,
            Overall = assessment.Overall,
            Summarized = OverallJudgement.Compute(assessment),
            RetractionStatus = Catalogue.RetractionStatus.FindWorst(study),
            SourceKind = source?.Kind,
            SourceCitation = source?.Citation,
            SourceUrl = source?.Url,
            SourceLocator = assessment.Source?.Locator,
        };
    }
}
