namespace Evidence.Catalogue.Rows;

/// <summary>The figures of one arm for one outcome, as reported, with what identifies study, arm, outcome and source.</summary>
public sealed record OutcomeRow
{
    /// <summary>Identifier of the study.</summary>
    /// <example>chen-2023</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Chen 2023</example>
    public required string Label { get; init; }

    /// <summary>Year of the primary report, else of the earliest report.</summary>
    /// <example>2023</example>
    public int? Year { get; init; }

    /// <summary>How people came to receive what they received.</summary>
    /// <example>randomized-parallel</example>
    [Vocabulary("design")]
    public required string Design { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent if not all were checked and none is corrected, retracted or under concern.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>Identifier of the outcome, unique in the study.</summary>
    /// <example>madrs-24h</example>
    public required string Outcome { get; init; }

    /// <summary>What the outcome is about.</summary>
    /// <example>depression-severity</example>
    [Vocabulary("domain")]
    public required string Domain { get; init; }

    /// <summary>Instrument of measurement; absent for plain events.</summary>
    /// <example>madrs</example>
    [Vocabulary("instrument")]
    public string? Instrument { get; init; }

    /// <summary>Name of an adverse event, or the definition of response or remission.</summary>
    /// <example>&gt;=50% fall in MADRS</example>
    public string? Term { get; init; }

    /// <summary>Whether a lower or a higher figure is better for the person.</summary>
    /// <example>lower-is-better</example>
    [Vocabulary("direction")]
    public required string Direction { get; init; }

    /// <summary>Whether the figures are means or counts of events.</summary>
    /// <example>continuous</example>
    [Vocabulary("measurement-type")]
    public required string Type { get; init; }

    /// <summary>What the figures state.</summary>
    /// <example>change-from-baseline</example>
    [Vocabulary("metric")]
    public required string Metric { get; init; }

    /// <summary>Hours from <c>timeAnchor</c> to the measurement.</summary>
    /// <example>24</example>
    public required decimal TimeHours { get; init; }

    /// <summary>What <c>timeHours</c> counts from.</summary>
    /// <example>first-dose</example>
    [Vocabulary("time-anchor")]
    public required string TimeAnchor { get; init; }

    /// <summary>Hours from the last dose to the measurement, where the source gives them.</summary>
    /// <example>24</example>
    public decimal? TimeFromLastDoseHours { get; init; }

    /// <summary>What the outcome was to the study.</summary>
    /// <example>primary</example>
    [Vocabulary("outcome-type")]
    public required string OutcomeType { get; init; }

    /// <summary>The part of the people it is about; absent where it is all of them.</summary>
    /// <example>Asian subgroup</example>
    public string? Subgroup { get; init; }

    /// <summary>Which people were analysed.</summary>
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

    /// <summary>Identifier of the arm, unique in the study.</summary>
    /// <example>esk</example>
    public required string Arm { get; init; }

    /// <summary>Name of the arm.</summary>
    /// <example>Esketamine 56-84 mg, flexible + new oral antidepressant</example>
    public required string ArmLabel { get; init; }

    /// <summary>The arm's part in the comparison.</summary>
    /// <example>experimental</example>
    [Vocabulary("arm-role")]
    public required string Role { get; init; }

    /// <summary>What the arm received.</summary>
    /// <example>esketamine</example>
    [Vocabulary("intervention")]
    public required string Intervention { get; init; }

    /// <summary>How it was given.</summary>
    /// <example>intranasal</example>
    [Vocabulary("route")]
    public required string Route { get; init; }

    /// <summary>Dose of one administration, in <c>doseUnit</c>; of a flexible dose the lowest.</summary>
    /// <example>56</example>
    public decimal? Dose { get; init; }

    /// <summary>Highest dose of a flexible dose, in <c>doseUnit</c>.</summary>
    /// <example>84</example>
    public decimal? DoseMax { get; init; }

    /// <summary>Unit of the dose.</summary>
    /// <example>mg</example>
    [Vocabulary("dose-unit")]
    public string? DoseUnit { get; init; }

    /// <summary>Whether figures of this arm are reported; false where the source gives only its contrast with another arm.</summary>
    /// <example>true</example>
    public required bool HasFigures { get; init; }

    /// <summary>Number of people analysed.</summary>
    /// <example>123</example>
    public int? N { get; init; }

    /// <summary>Mean, in points of the instrument.</summary>
    /// <example>-8.0</example>
    public decimal? Mean { get; init; }

    /// <summary>Standard deviation, in points of the instrument.</summary>
    /// <example>9.01</example>
    public decimal? Sd { get; init; }

    /// <summary>Standard error of the mean, in points of the instrument.</summary>
    /// <example>0.81</example>
    public decimal? Se { get; init; }

    /// <summary>Lower limit of the confidence interval of the mean, in points of the instrument.</summary>
    /// <example>-9.6</example>
    public decimal? CiLow { get; init; }

    /// <summary>Upper limit of the confidence interval of the mean, in points of the instrument.</summary>
    /// <example>-6.4</example>
    public decimal? CiHigh { get; init; }

    /// <summary>Level of the confidence interval, in percent.</summary>
    /// <example>95</example>
    public decimal? CiLevel { get; init; }

    /// <summary>Number of people with the event.</summary>
    /// <example>12</example>
    public int? Events { get; init; }

    /// <summary>What <c>mean</c> is where it is no plain mean.</summary>
    /// <example>least-squares-mean</example>
    [Vocabulary("param-type")]
    public string? ParamType { get; init; }

    /// <summary>Kind of the document that the figures were read from.</summary>
    /// <example>registry</example>
    [Vocabulary("source-kind")]
    public required string SourceKind { get; init; }

    /// <summary>Citation of that document.</summary>
    /// <example>ClinicalTrials.gov, NCT03434041</example>
    public required string SourceCitation { get; init; }

    /// <summary>Address of that document.</summary>
    /// <example>https://clinicaltrials.gov/study/NCT03434041</example>
    public required string SourceUrl { get; init; }

    /// <summary>Table, figure or page in that document.</summary>
    /// <example>24 hours post first dose (Day 2)</example>
    public required string SourceLocator { get; init; }

    /// <summary>How a figure that is not printed was calculated; absent if it is printed.</summary>
    /// <example>events = 71% of 17</example>
    public string? Derivation { get; init; }

    /// <summary>Creates the rows of an outcome: one for each arm that has figures or takes part in a reported contrast, in the order of the arms.</summary>
    public static IEnumerable<OutcomeRow> FromOutcome(Study study, Outcome outcome) =>
        from arm in study.Arms
        let result = outcome.Results.FirstOrDefault(result => result.Arm == arm.Id)
        where result is not null || outcome.Contrasts.Any(contrast => contrast.Arm == arm.Id || contrast.Versus == arm.Id)
        select Create(study, outcome, arm, result);

    private static OutcomeRow Create(Study study, Outcome outcome, Arm arm, ArmResult? result)
    {
        var source = study.Sources.First(source => source.Key == outcome.Source.Key);
        return new OutcomeRow
        {
            Study = study.Id,
            Label = study.Label,
            Year = StudySummary.FindYear(study),
            Design = study.Design,
            RetractionStatus = Catalogue.RetractionStatus.FindWorst(study),
            Outcome = outcome.Id,
            Domain = outcome.Domain,
            Instrument = outcome.Instrument,
            Term = outcome.Term,
            Direction = outcome.Direction,
            Type = outcome.Type,
            Metric = outcome.Metric,
            TimeHours = outcome.TimeHours,
            TimeAnchor = outcome.TimeAnchor,
            TimeFromLastDoseHours = outcome.TimeFromLastDoseHours,
            OutcomeType = outcome.OutcomeType,
            Subgroup = outcome.Subgroup,
            AnalysisPopulation = outcome.AnalysisPopulation,
            Period = outcome.Period,
            WithinPersonCorrelation = outcome.WithinPersonCorrelation,
            Arm = arm.Id,
            ArmLabel = arm.Label,
            Role = arm.Role,
            Intervention = arm.Intervention,
            Route = arm.Route,
            Dose = arm.Dose,
            DoseMax = arm.DoseMax,
            DoseUnit = arm.DoseUnit,
            HasFigures = result is not null,
            N = result?.N,
            Mean = result?.Mean,
            Sd = result?.Sd,
            Se = result?.Se,
            CiLow = result?.CiLow,
            CiHigh = result?.CiHigh,
            CiLevel = result?.CiLevel,
            Events = result?.Events,
            ParamType = result?.ParamType,
            SourceKind = source.Kind,
            SourceCitation = source.Citation,
            SourceUrl = source.Url,
            SourceLocator = outcome.Source.Locator,
            Derivation = outcome.Source.Derivation,
        };
    }
}
