using Evidence.Catalogue;

namespace Evidence.Synthesis.Effects;

/// <summary>What a row of effects says of its study, the design of its outcome, and its source.</summary>
public abstract record EffectContext
{
    /// <summary>How people came to receive what they received.</summary>
    /// <example>randomized-parallel</example>
    [Vocabulary("design")]
    public required string Design { get; init; }

    /// <summary>Who was kept from knowing the allocation.</summary>
    /// <example>double</example>
    [Vocabulary("masking")]
    public required string Masking { get; init; }

    /// <summary>What the outcome was to the study.</summary>
    /// <example>primary</example>
    [Vocabulary("outcome-type")]
    public required string OutcomeType { get; init; }

    /// <summary>Whose figures were analysed.</summary>
    /// <example>mitt</example>
    [Vocabulary("analysis-population")]
    public string? AnalysisPopulation { get; init; }

    /// <summary>Of a crossover, the period that the figures are of.</summary>
    /// <example>first</example>
    [Vocabulary("crossover-period")]
    public string? Period { get; init; }

    /// <summary>Of a crossover, the correlation of a person's two measurements, from -1 to 1.</summary>
    /// <example>0.45</example>
    public decimal? WithinPersonCorrelation { get; init; }

    /// <summary>Overall risk of bias: of this result, else of the study; where the assessors gave none, what the domains imply.</summary>
    /// <example>low</example>
    [Vocabulary("judgement")]
    public string? RiskOfBias { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent while not all were checked and none was corrected, retracted or under concern.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>Retraction status of the primary report; absent while unchecked. A pool leaves out studies whose primary report is retracted.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? PrimaryRetractionStatus { get; init; }

    /// <summary>Studies of the catalogue with some of the same people, which are never to be pooled with this one.</summary>
    /// <example>["su-2017"]</example>
    public required IReadOnlyList<string> SharesParticipantsWith { get; init; }

    /// <summary>Number of people enrolled in the study.</summary>
    /// <example>252</example>
    public int? Enrolled { get; init; }

    /// <summary>Mean age in years.</summary>
    /// <example>46.7</example>
    public decimal? AgeMean { get; init; }

    /// <summary>Share of women, in percent.</summary>
    /// <example>66.7</example>
    public decimal? PercentFemale { get; init; }

    /// <summary>Whether entry asked that earlier treatment had failed; false also where no source that was read says so.</summary>
    /// <example>true</example>
    public required bool TreatmentResistant { get; init; }

    /// <summary>Minimum number of failed trials of treatment at entry.</summary>
    /// <example>2</example>
    public int? MinFailedTrials { get; init; }

    /// <summary>What entry asked of suicidality.</summary>
    /// <example>excluded</example>
    [Vocabulary("population-suicidality")]
    public required string PopulationSuicidality { get; init; }

    /// <summary>Where people were treated.</summary>
    /// <example>outpatient</example>
    [Vocabulary("setting")]
    public required string Setting { get; init; }

    /// <summary>Who paid for the study.</summary>
    /// <example>industry</example>
    [Vocabulary("funding")]
    public required string Funding { get; init; }

    /// <summary>Kind of the document that the figures were read from.</summary>
    /// <example>registry</example>
    [Vocabulary("source-kind")]
    public required string SourceKind { get; init; }

    /// <summary>Citation of that document.</summary>
    /// <example>ClinicalTrials.gov, NCT03434041</example>
    public required string SourceCitation { get; init; }

    /// <summary>Where that document is found.</summary>
    /// <example>https://clinicaltrials.gov/study/NCT03434041</example>
    public required string SourceUrl { get; init; }

    /// <summary>Table, figure or page in that document.</summary>
    /// <example>24 hours post first dose (Day 2)</example>
    public required string SourceLocator { get; init; }

    /// <summary>How the source's figures became those of the record; absent where they are as printed.</summary>
    /// <example>events = 71% of 17</example>
    public string? Derivation { get; init; }
}
