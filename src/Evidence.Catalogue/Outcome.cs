namespace Evidence.Catalogue;

/// <summary>One measure at one time point, with the figures of each arm.</summary>
public sealed record Outcome
{
    /// <summary>Identifier, unique in the study.</summary>
    /// <example>madrs-24h</example>
    public required string Id { get; init; }

    /// <summary>What the outcome is about.</summary>
    /// <example>depression-severity</example>
    [Vocabulary("domain")]
    public required string Domain { get; init; }

    /// <summary>Instrument of measurement; absent for plain events.</summary>
    /// <example>madrs</example>
    [Vocabulary("instrument")]
    public string? Instrument { get; init; }

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

    /// <summary>Name of an adverse event, or the definition of response or remission.</summary>
    /// <example>&gt;=50% fall in MADRS</example>
    public string? Term { get; init; }

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

    /// <summary>Figures of the arms.</summary>
    public required IReadOnlyList<ArmResult> Results { get; init; }

    /// <summary>Comparisons of two arms that the source itself reports.</summary>
    public required IReadOnlyList<ReportedContrast> Contrasts { get; init; }

    /// <summary>Where the figures stand.</summary>
    public required SourceReference Source { get; init; }

    /// <summary>Risk of bias of this one result, as RoB 2 assesses it.</summary>
    public RiskOfBiasAssessment? RiskOfBias { get; init; }
}

/// <summary>The figures of one arm.</summary>
public sealed record ArmResult
{
    /// <summary>Identifier of the arm.</summary>
    /// <example>ketamine</example>
    public required string Arm { get; init; }

    /// <summary>Number of people analysed.</summary>
    /// <example>17</example>
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
}

/// <summary>A comparison of two arms as the source reports it.</summary>
public sealed record ReportedContrast
{
    /// <summary>Identifier of the first arm.</summary>
    /// <example>ketamine</example>
    public required string Arm { get; init; }

    /// <summary>Identifier of the arm that it is compared with.</summary>
    /// <example>placebo</example>
    public required string Versus { get; init; }

    /// <summary>Measure of the effect.</summary>
    /// <example>md</example>
    [Vocabulary("contrast-measure")]
    public required string Measure { get; init; }

    /// <summary>Estimate, first arm minus or over the second, in the unit of <c>measure</c>.</summary>
    /// <example>-3.3</example>
    public decimal? Estimate { get; init; }

    /// <summary>Lower limit of the confidence interval, in the unit of <c>measure</c>.</summary>
    /// <example>-5.33</example>
    public decimal? CiLow { get; init; }

    /// <summary>Upper limit of the confidence interval, in the unit of <c>measure</c>.</summary>
    /// <example>-1.33</example>
    public decimal? CiHigh { get; init; }

    /// <summary>Level of the confidence interval, in percent.</summary>
    /// <example>95</example>
    public decimal? CiLevel { get; init; }

    /// <summary>Two-sided p value; where the source prints only a bound, such as p &lt; 0.001, it is the bound.</summary>
    /// <example>0.123</example>
    public decimal? P { get; init; }

    /// <summary>Whether the estimate is adjusted for covariates.</summary>
    /// <example>true</example>
    public bool? Adjusted { get; init; }
}
