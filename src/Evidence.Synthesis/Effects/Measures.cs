using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Synthesis.Effects;

/// <summary>Tells of each measure of effects which outcomes have it, and computes it.</summary>
public static class Measures
{
    private static readonly EffectMeasure[] Continuous = [EffectMeasure.Md, EffectMeasure.Smd, EffectMeasure.Smdh, EffectMeasure.Rom];
    private static readonly EffectMeasure[] Dichotomous = [EffectMeasure.Or, EffectMeasure.Rr, EffectMeasure.Rd, EffectMeasure.Peto];

    /// <summary>A table in which nobody, or everybody, has the event says nothing of a ratio (Cochrane Handbook 10.4.4.1).</summary>
    private static ZeroCellRule RatioRule { get; } = ZeroCellRule.Default with { DropTablesWithoutInformation = true };

    /// <summary>Returns the measures that outcomes of a type can have from the figures of their arms.</summary>
    /// <param name="type">A term of <c>measurement-type</c>.</param>
    public static IReadOnlyList<EffectMeasure> GetForType(string type) => type == Terms.MeasurementType.Continuous ? Continuous : Dichotomous;

    /// <summary>Returns whether the measure is one of events, not of means.</summary>
    public static bool IsOfEvents(EffectMeasure measure) => measure switch
    {
        EffectMeasure.Md or EffectMeasure.Smd or EffectMeasure.Smdh or EffectMeasure.Rom => false,
        EffectMeasure.Or or EffectMeasure.Rr or EffectMeasure.Rd or EffectMeasure.Peto or EffectMeasure.Hr => true,
    };

    /// <summary>Returns whether the measure of a term is one of events, not of means.</summary>
    public static bool IsOfEvents(string measure) => IsOfEvents(TermConverter.Parse<EffectMeasure>(measure));

    /// <summary>Returns whether the effect is the natural logarithm of a ratio.</summary>
    public static bool IsRatio(EffectMeasure measure) => measure switch
    {
        EffectMeasure.Or or EffectMeasure.Rr or EffectMeasure.Peto or EffectMeasure.Hr or EffectMeasure.Rom => true,
        EffectMeasure.Md or EffectMeasure.Smd or EffectMeasure.Smdh or EffectMeasure.Rd => false,
    };

    /// <summary>Returns whether effects in the measure of a term are natural logarithms of ratios.</summary>
    public static bool IsRatio(string measure) => IsRatio(TermConverter.Parse<EffectMeasure>(measure));

    /// <summary>Returns whether effects of different instruments can be pooled.</summary>
    public static bool IsFreeOfUnits(EffectMeasure measure) => measure != EffectMeasure.Md;

    /// <summary>Computes the effect of two independent arms.</summary>
    public static StatisticsResult<EffectSize> ComputeFromMeans(EffectMeasure measure, MeasuredArm first, MeasuredArm second) => measure switch
    {
        EffectMeasure.Md => MeanDifference.Compute(first, second),
        EffectMeasure.Smd => HedgesG.Compute(first, second),
        EffectMeasure.Smdh => HedgesGUnequalVariances.Compute(first, second),
        EffectMeasure.Rom => RatioOfMeans.Compute(first, second),
        EffectMeasure.Or or EffectMeasure.Rr or EffectMeasure.Rd or EffectMeasure.Peto or EffectMeasure.Hr =>
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of means."),
    };

    /// <summary>Computes the effect of the same people under two conditions.</summary>
    public static StatisticsResult<EffectSize> ComputeFromPairedMeans(EffectMeasure measure, MeasuredArm first, MeasuredArm second, double correlation)
    {
        var arms = new PairedArms(first.People, first.Mean, first.StandardDeviation, second.Mean, second.StandardDeviation, correlation);
        return measure == EffectMeasure.Md ? PairedMeanDifference.Compute(arms) : PairedHedgesG.Compute(arms);
    }

    /// <summary>Computes the effect of a table; one half is added to each cell if one is zero.</summary>
    public static StatisticsResult<EffectSize> ComputeFromTable(EffectMeasure measure, TwoByTwoTable table) => measure switch
    {
        EffectMeasure.Or => OddsRatio.Compute(table, RatioRule),
        EffectMeasure.Rr => RiskRatio.Compute(table, RatioRule),
        EffectMeasure.Rd => RiskDifference.Compute(table),
        EffectMeasure.Peto => PetoOddsRatio.Compute(table),
        EffectMeasure.Md or EffectMeasure.Smd or EffectMeasure.Smdh or EffectMeasure.Rom or EffectMeasure.Hr =>
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of tables."),
    };

    /// <summary>Returns what was done to a table with a zero cell, or null if the table was left as reported.</summary>
    public static string? ZeroCellNote(EffectMeasure measure, TwoByTwoTable table) =>
        table.HasZeroCell && measure != EffectMeasure.Peto ? "1/2 added to each cell, because one is zero" : null;
}
