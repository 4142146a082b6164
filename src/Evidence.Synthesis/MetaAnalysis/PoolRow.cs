using Evidence.Catalogue;
using Evidence.Synthesis.Choice;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>An effect in the pool with its weight, and the figures of both sides under metafor's names.</summary>
public sealed record PoolRow
{
    /// <summary>Identifier of the study.</summary>
    /// <example>chen-2023</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study, with the arm where it has several effects.</summary>
    /// <example>Chen 2023</example>
    public required string Label { get; init; }

    /// <summary>Year of the primary report, else of the earliest report.</summary>
    /// <example>2023</example>
    public int? Year { get; init; }

    /// <summary>How people came to receive what they received.</summary>
    /// <example>randomized-parallel</example>
    [Vocabulary("design")]
    public required string Design { get; init; }

    /// <summary>Identifiers of the outcomes that the figures are of; more than one where they were taken together.</summary>
    /// <example>["madrs-24h"]</example>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Instrument of measurement; absent for plain events.</summary>
    /// <example>madrs</example>
    [Vocabulary("instrument")]
    public string? Instrument { get; init; }

    /// <summary>Name of an adverse event, or the definition of response or remission.</summary>
    /// <example>&gt;=50% fall in MADRS</example>
    public string? Term { get; init; }

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

    /// <summary>Identifiers of the arms on the first side; more than one where they were taken together.</summary>
    /// <example>["esk"]</example>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>What the first arm received.</summary>
    /// <example>esketamine</example>
    [Vocabulary("intervention")]
    public required string Intervention { get; init; }

    /// <summary>How the first arm received it.</summary>
    /// <example>intranasal</example>
    [Vocabulary("route")]
    public required string Route { get; init; }

    /// <summary>Identifiers of the arms on the second side.</summary>
    /// <example>["placebo"]</example>
    public required IReadOnlyList<string> Versus { get; init; }

    /// <summary>What the second arm received.</summary>
    /// <example>placebo</example>
    [Vocabulary("intervention")]
    public required string Comparator { get; init; }

    /// <summary>The effect; of a ratio its logarithm.</summary>
    /// <example>-0.43</example>
    public required double Yi { get; init; }

    /// <summary>Sampling variance of <c>yi</c>.</summary>
    /// <example>0.0165</example>
    public required double Vi { get; init; }

    /// <summary>Lower limit of the confidence interval of <c>yi</c>, on the normal distribution.</summary>
    /// <example>-0.68</example>
    public required double CiLow { get; init; }

    /// <summary>Upper limit of the confidence interval of <c>yi</c>.</summary>
    /// <example>-0.18</example>
    public required double CiHigh { get; init; }

    /// <summary>Weight in the pool, in percent.</summary>
    /// <example>14.3</example>
    public required double Weight { get; init; }

    /// <summary>What the effect was computed from.</summary>
    /// <example>arms</example>
    [Vocabulary("effect-basis")]
    public required string Basis { get; init; }

    /// <summary>How figures that are not printed were calculated.</summary>
    /// <example>sd = SE √n</example>
    public string? Formula { get; init; }

    /// <summary>Whether the sign, or the event, was turned so that it points the way of the others.</summary>
    /// <example>false</example>
    public required bool IsTurned { get; init; }

    /// <summary>People on the first side; a part of one where an arm was divided.</summary>
    /// <example>123</example>
    public double? N1i { get; init; }

    /// <summary>Mean of the first side, in points of the instrument.</summary>
    /// <example>-8</example>
    public double? M1i { get; init; }

    /// <summary>Standard deviation of the first side, in points of the instrument.</summary>
    /// <example>9.01</example>
    public double? Sd1i { get; init; }

    /// <summary>People on the second side.</summary>
    /// <example>125</example>
    public double? N2i { get; init; }

    /// <summary>Mean of the second side, in points of the instrument.</summary>
    /// <example>-4.4</example>
    public double? M2i { get; init; }

    /// <summary>Standard deviation of the second side, in points of the instrument.</summary>
    /// <example>7.66</example>
    public double? Sd2i { get; init; }

    /// <summary>People with the event on the first side.</summary>
    /// <example>30</example>
    public double? Ai { get; init; }

    /// <summary>People without the event on the first side.</summary>
    /// <example>17</example>
    public double? Bi { get; init; }

    /// <summary>People with the event on the second side.</summary>
    /// <example>7</example>
    public double? Ci { get; init; }

    /// <summary>People without the event on the second side.</summary>
    /// <example>18</example>
    public double? Di { get; init; }

    /// <summary>Group of the study, where <c>subgroup</c> asks for groups.</summary>
    /// <example>intranasal</example>
    public string? Group { get; init; }

    /// <summary>Overall risk of bias.</summary>
    /// <example>low</example>
    [Vocabulary("judgement")]
    public string? RiskOfBias { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent while not all were checked and none was corrected, retracted or under concern.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>Citation of the document that the figures were read from.</summary>
    /// <example>ClinicalTrials.gov, NCT03434041</example>
    public required string SourceCitation { get; init; }

    /// <summary>Where that document is found.</summary>
    /// <example>https://clinicaltrials.gov/study/NCT03434041</example>
    public required string SourceUrl { get; init; }

    /// <summary>Table, figure or page in that document.</summary>
    /// <example>24 hours post first dose (Day 2)</example>
    public required string SourceLocator { get; init; }

    /// <summary>Creates the row of a chosen effect.</summary>
    public static PoolRow Create(ChosenEffect effect, double weight, string? group, bool isOneOfSeveral)
    {
        var row = effect.Lead;
        var interval = effect.Value.ComputeConfidenceInterval();
        return new PoolRow
        {
            Study = row.Study,
            Label = isOneOfSeveral ? $"{row.Label}, {string.Join(" + ", effect.Arms)}" : row.Label,
            Year = row.Year,
            Design = row.Design,
            Outcomes = effect.Outcomes,
            Instrument = row.Instrument,
            Term = row.Term,
            Metric = row.Metric,
            TimeHours = row.TimeHours,
            TimeAnchor = row.TimeAnchor,
            Arms = effect.Arms,
            Intervention = row.Intervention,
            Route = row.Route,
            Versus = effect.Versus,
            Comparator = row.Comparator,
            Yi = effect.Value.Estimate,
            Vi = effect.Value.Variance,
            CiLow = interval.Lower,
            CiHigh = interval.Upper,
            Weight = weight,
            Basis = row.Basis!,
            Formula = effect.Formula,
            IsTurned = effect.IsTurned,
            N1i = effect.FirstPeople,
            M1i = effect.Means?.First.Mean,
            Sd1i = effect.Means?.First.StandardDeviation,
            N2i = effect.SecondPeople,
            M2i = effect.Means?.Second.Mean,
            Sd2i = effect.Means?.Second.StandardDeviation,
            Ai = effect.Table?.FirstEvents,
            Bi = effect.Table?.FirstOthers,
            Ci = effect.Table?.SecondEvents,
            Di = effect.Table?.SecondOthers,
            Group = group,
            RiskOfBias = row.RiskOfBias,
            RetractionStatus = row.RetractionStatus,
            SourceCitation = row.SourceCitation,
            SourceUrl = row.SourceUrl,
            SourceLocator = row.SourceLocator,
        };
    }
}
