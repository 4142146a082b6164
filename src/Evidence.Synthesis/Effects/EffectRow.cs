using Evidence.Catalogue;

namespace Evidence.Synthesis.Effects;

/// <summary>One contrast of two arms, on one outcome, at one time, in one measure, with the figures of both arms under metafor's names.</summary>
public sealed record EffectRow : EffectContext
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

    /// <summary>The part of the people it is about; absent where it is all of them.</summary>
    /// <example>Asian subgroup</example>
    public string? Subgroup { get; init; }

    /// <summary>Identifier of the first arm, which the effect is of.</summary>
    /// <example>esk</example>
    public required string Arm { get; init; }

    /// <summary>What the first arm received.</summary>
    /// <example>esketamine</example>
    [Vocabulary("intervention")]
    public required string Intervention { get; init; }

    /// <summary>How the first arm received it.</summary>
    /// <example>intranasal</example>
    [Vocabulary("route")]
    public required string Route { get; init; }

    /// <summary>Dose of one administration in the first arm, in <c>doseUnit</c>; of a flexible dose the lowest.</summary>
    /// <example>56</example>
    public decimal? Dose { get; init; }

    /// <summary>Highest dose of a flexible dose in the first arm, in <c>doseUnit</c>.</summary>
    /// <example>84</example>
    public decimal? DoseMax { get; init; }

    /// <summary>Unit of the dose in the first arm.</summary>
    /// <example>mg</example>
    [Vocabulary("dose-unit")]
    public string? DoseUnit { get; init; }

    /// <summary>Number of administrations in the first arm.</summary>
    /// <example>8</example>
    public int? Administrations { get; init; }

    /// <summary>Identifier of the second arm, which the first is compared with.</summary>
    /// <example>placebo</example>
    public required string Versus { get; init; }

    /// <summary>What the second arm received.</summary>
    /// <example>placebo</example>
    [Vocabulary("intervention")]
    public required string Comparator { get; init; }

    /// <summary>How the second arm received it.</summary>
    /// <example>intranasal</example>
    [Vocabulary("route")]
    public required string ComparatorRoute { get; init; }

    /// <summary>The second arm's part in the comparison.</summary>
    /// <example>placebo</example>
    [Vocabulary("arm-role")]
    public required string ComparatorRole { get; init; }

    /// <summary>Measure of <c>yi</c> and <c>vi</c>.</summary>
    /// <example>smd</example>
    [Vocabulary("effect-measure")]
    public required string Measure { get; init; }

    /// <summary>The effect, first arm less or over second, in the unit of <c>measure</c>; absent where <c>notComputed</c> says why.</summary>
    /// <example>-0.4299</example>
    public double? Yi { get; init; }

    /// <summary>Sampling variance of <c>yi</c>.</summary>
    /// <example>0.0165</example>
    public double? Vi { get; init; }

    /// <summary>Which sign of <c>yi</c> speaks for the first arm, by the outcome's direction.</summary>
    /// <example>negative</example>
    [Vocabulary("benefit")]
    public required string Benefit { get; init; }

    /// <summary>What <c>yi</c> and <c>vi</c> were computed from.</summary>
    /// <example>arms</example>
    [Vocabulary("effect-basis")]
    public string? Basis { get; init; }

    /// <summary>How figures that are not printed were calculated; absent where nothing had to be.</summary>
    /// <example>sd = SE √n</example>
    public string? Formula { get; init; }

    /// <summary>Why there is no <c>yi</c>.</summary>
    /// <example>No standard deviation, standard error or interval is reported of either arm</example>
    public string? NotComputed { get; init; }

    /// <summary>People analysed in the first arm.</summary>
    /// <example>123</example>
    public int? N1i { get; init; }

    /// <summary>Mean of the first arm, in points of the instrument.</summary>
    /// <example>-8.0</example>
    public decimal? M1i { get; init; }

    /// <summary>Standard deviation of the first arm, in points of the instrument; where <c>basis</c> says so, calculated by <c>formula</c>.</summary>
    /// <example>9.01</example>
    public decimal? Sd1i { get; init; }

    /// <summary>People analysed in the second arm.</summary>
    /// <example>125</example>
    public int? N2i { get; init; }

    /// <summary>Mean of the second arm, in points of the instrument.</summary>
    /// <example>-4.4</example>
    public decimal? M2i { get; init; }

    /// <summary>Standard deviation of the second arm, in points of the instrument; where <c>basis</c> says so, calculated by <c>formula</c>.</summary>
    /// <example>7.66</example>
    public decimal? Sd2i { get; init; }

    /// <summary>People with the event in the first arm.</summary>
    /// <example>30</example>
    public int? Ai { get; init; }

    /// <summary>People without the event in the first arm.</summary>
    /// <example>17</example>
    public int? Bi { get; init; }

    /// <summary>People with the event in the second arm.</summary>
    /// <example>7</example>
    public int? Ci { get; init; }

    /// <summary>People without the event in the second arm.</summary>
    /// <example>18</example>
    public int? Di { get; init; }

    /// <summary>Measure of the contrast that the source itself reports of these two arms.</summary>
    /// <example>md</example>
    [Vocabulary("contrast-measure")]
    public string? ReportedMeasure { get; init; }

    /// <summary>That contrast, in the unit of <c>measure</c> that <c>reportedMeasure</c> names; a ratio is not a logarithm here.</summary>
    /// <example>-3.3</example>
    public decimal? ReportedEstimate { get; init; }

    /// <summary>Lower limit of its confidence interval, in the same unit of <c>measure</c>.</summary>
    /// <example>-5.33</example>
    public decimal? ReportedCiLow { get; init; }

    /// <summary>Upper limit of its confidence interval, in the same unit of <c>measure</c>.</summary>
    /// <example>-1.33</example>
    public decimal? ReportedCiHigh { get; init; }

    /// <summary>Level of that interval, in percent.</summary>
    /// <example>95</example>
    public decimal? ReportedCiLevel { get; init; }

    /// <summary>Its two-sided p value; where the source prints only a bound, it is the bound.</summary>
    /// <example>0.123</example>
    public decimal? ReportedP { get; init; }

    /// <summary>Whether it is adjusted for covariates.</summary>
    /// <example>true</example>
    public bool? ReportedAdjusted { get; init; }

    /// <summary>Number of pairs of this outcome that the second arm takes part in; above one, its people must not be counted in each.</summary>
    /// <example>1</example>
    public required int PairsOfComparator { get; init; }
}
