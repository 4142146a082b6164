namespace Evidence.Catalogue.Rows;

/// <summary>One finding on how fast the effect came. Rows of different <c>definition</c> answer different questions and are never to be pooled.</summary>
public sealed record OnsetRow
{
    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Zarate 2006</example>
    public required string Label { get; init; }

    /// <summary>Year of the primary report, else of the earliest report.</summary>
    /// <example>2006</example>
    public int? Year { get; init; }

    /// <summary>How people came to receive what they received.</summary>
    /// <example>randomized-crossover</example>
    [Vocabulary("design")]
    public required string Design { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent if not all were checked and none is corrected, retracted or under concern.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>Identifier of the arm.</summary>
    /// <example>ketamine</example>
    public required string Arm { get; init; }

    /// <summary>Name of the arm.</summary>
    /// <example>Ketamine 0.5 mg/kg</example>
    public required string ArmLabel { get; init; }

    /// <summary>What the arm received.</summary>
    /// <example>ketamine</example>
    [Vocabulary("intervention")]
    public required string Intervention { get; init; }

    /// <summary>How it was given.</summary>
    /// <example>iv</example>
    [Vocabulary("route")]
    public required string Route { get; init; }

    /// <summary>Dose of one administration, in <c>doseUnit</c>; of a flexible dose the lowest.</summary>
    /// <example>0.5</example>
    public decimal? Dose { get; init; }

    /// <summary>Highest dose of a flexible dose, in <c>doseUnit</c>.</summary>
    /// <example>84</example>
    public decimal? DoseMax { get; init; }

    /// <summary>Unit of the dose.</summary>
    /// <example>mg/kg</example>
    [Vocabulary("dose-unit")]
    public string? DoseUnit { get; init; }

    /// <summary>Identifier of the arm that it is compared with; absent if there is no comparison.</summary>
    /// <example>placebo</example>
    public string? Versus { get; init; }

    /// <summary>What that arm received.</summary>
    /// <example>saline</example>
    [Vocabulary("intervention")]
    public string? Comparator { get; init; }

    /// <summary>Instrument by which the effect was seen.</summary>
    /// <example>hdrs-21</example>
    [Vocabulary("instrument")]
    public string? Instrument { get; init; }

    /// <summary>What <c>hours</c> counts up to.</summary>
    /// <example>first-significant-separation</example>
    [Vocabulary("onset-definition")]
    public required string Definition { get; init; }

    /// <summary>Hours from the first dose.</summary>
    /// <example>1.83</example>
    public required decimal Hours { get; init; }

    /// <summary>Kind of the document that the figure was read from.</summary>
    /// <example>secondary</example>
    [Vocabulary("source-kind")]
    public required string SourceKind { get; init; }

    /// <summary>Citation of that document.</summary>
    /// <example>ClinicalTrials.gov, NCT03434041</example>
    public required string SourceCitation { get; init; }

    /// <summary>Address of that document.</summary>
    /// <example>https://doi.org/10.1001/archpsyc.63.8.856</example>
    public required string SourceUrl { get; init; }

    /// <summary>Table, figure or page in that document.</summary>
    /// <example>Abstract: within 110 minutes</example>
    public required string SourceLocator { get; init; }

    /// <summary>How a figure that is not printed was calculated; absent if it is printed.</summary>
    /// <example>110 minutes are 1.83 hours</example>
    public string? Derivation { get; init; }

    /// <summary>Creates the row of a finding.</summary>
    public static OnsetRow FromFinding(Study study, OnsetFinding finding)
    {
        var arm = study.Arms.First(arm => arm.Id == finding.Arm);
        var source = study.Sources.First(source => source.Key == finding.Source.Key);
        return new OnsetRow
        {
            Study = study.Id,
            Label = study.Label,
            Year = StudySummary.FindYear(study),
            Design = study.Design,
            RetractionStatus = Catalogue.RetractionStatus.FindWorst(study),
            Arm = arm.Id,
            ArmLabel = arm.Label,
            Intervention = arm.Intervention,
            Route = arm.Route,
            Dose = arm.Dose,
            DoseMax = arm.DoseMax,
            DoseUnit = arm.DoseUnit,
            Versus = finding.Versus,
            Comparator = study.Arms.FirstOrDefault(arm => arm.Id == finding.Versus)?.Intervention,
            Instrument = finding.Instrument,
            Definition = finding.Definition,
            Hours = finding.Hours,
            SourceKind = source.Kind,
            SourceCitation = source.Citation,
            SourceUrl = source.Url,
            SourceLocator = finding.Source.Locator,
            Derivation = finding.Source.Derivation,
        };
    }
}
