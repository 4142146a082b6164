using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>A result with what every line of its forest plot needs to know of the whole.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Text">How its effects are printed.</param>
/// <param name="Sides">What its sides are called.</param>
/// <param name="MaxWeight">The greatest weight of a study, in percent.</param>
/// <param name="ContrastsDiffer">Whether a row must say what it compares.</param>
internal sealed record ForestView(MetaAnalysisResult Result, EffectText Text, PlotSides Sides, double MaxWeight, bool ContrastsDiffer)
{
    /// <summary>Creates the view of a result.</summary>
    public static ForestView Create(MetaAnalysisResult result)
    {
        var sides = PlotSides.FromRows(result.Rows);
        return new ForestView(
            result,
            EffectText.Create(result),
            sides,
            result.Rows.Max(row => row.Weight),
            sides.First == PlotSides.AnyFirst || result.Rows.Select(PlotSides.Contrast).Distinct().Count() > 1);
    }
}
