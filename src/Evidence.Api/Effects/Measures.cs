using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Api.Effects;

/// <summary>The measures of effects, terms of <c>effect-measure</c>: of which outcomes they are, and how they are computed.</summary>
public static class Measures
{
    /// <summary>The measure that only a source can give.</summary>
    public const string HazardRatio = "hr";

    private static readonly string[] Continuous = ["md", "smd", "smdh", "rom"];
    private static readonly string[] Dichotomous = ["or", "rr", "rd", "peto"];

    /// <summary>The measures that outcomes of a type can have from figures of their arms.</summary>
    public static IReadOnlyList<string> OfType(string type) => type == "continuous" ? Continuous : Dichotomous;

    /// <summary>Whether the measure is of events, not of means.</summary>
    public static bool IsOfEvents(string measure) => !Continuous.Contains(measure);

    /// <summary>Whether the effect is the natural logarithm of a ratio.</summary>
    public static bool IsRatio(string measure) => measure is "or" or "rr" or "peto" or HazardRatio or "rom";

    /// <summary>Whether effects of different instruments can be pooled.</summary>
    public static bool IsFreeOfUnits(string measure) => measure != "md";

    /// <summary>The effect of two independent arms.</summary>
    public static Answer<EffectSize> OfMeans(string measure, MeasuredArm first, MeasuredArm second) => measure switch
    {
        "md" => MeanDifference.Of(first, second),
        "smd" => HedgesG.Of(first, second),
        "smdh" => HedgesGUnequalVariances.Of(first, second),
        "rom" => RatioOfMeans.Of(first, second),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of means."),
    };

    /// <summary>The effect of the same people under two conditions.</summary>
    public static Answer<EffectSize> OfPair(string measure, MeasuredArm first, MeasuredArm second, double correlation)
    {
        var arms = new PairedArms(first.People, first.Mean, first.StandardDeviation, second.Mean, second.StandardDeviation, correlation);
        return measure == "md" ? PairedMeanDifference.Of(arms) : PairedHedgesG.Of(arms);
    }

    /// <summary>The effect of a table, after one half was added to each cell where one is zero.</summary>
    public static Answer<EffectSize> OfTable(string measure, TwoByTwoTable table) => measure switch
    {
        "or" => OddsRatio.Of(table, RatioRule),
        "rr" => RiskRatio.Of(table, RatioRule),
        "rd" => RiskDifference.Of(table),
        "peto" => PetoOddsRatio.Of(table),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of tables."),
    };

    /// <summary>What was done to a table with a zero cell; nothing where nothing was.</summary>
    public static string? ZeroCellNote(string measure, TwoByTwoTable table) =>
        table.HasZeroCell && measure != "peto" ? "1/2 added to each cell, because one is zero" : null;

    /// <summary>A table in which nobody, or everybody, has the event says nothing of a ratio (Cochrane Handbook 10.4.4.1).</summary>
    private static ZeroCellRule RatioRule { get; } = ZeroCellRule.Default with { DropTablesWithoutInformation = true };
}
