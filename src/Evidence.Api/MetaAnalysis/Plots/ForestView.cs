namespace Evidence.Api.MetaAnalysis.Plots;

/// <summary>An answer with what every line of its forest plot needs to know of the whole.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Text">How its effects are printed.</param>
/// <param name="Sides">What its sides are called.</param>
/// <param name="MostWeight">The greatest weight of a study, in percent.</param>
/// <param name="ContrastsDiffer">Whether a row must say what it compares.</param>
internal sealed record ForestView(MetaAnalysisResult Result, EffectText Text, PlotSides Sides, double MostWeight, bool ContrastsDiffer)
{
    /// <summary>The view of an answer.</summary>
    public static ForestView Of(MetaAnalysisResult result)
    {
        var sides = PlotSides.Of(result.Rows);
        return new ForestView(
            result,
            EffectText.Of(result),
            sides,
            result.Rows.Max(row => row.Weight),
            sides.First == PlotSides.AnyFirst || result.Rows.Select(PlotSides.Contrast).Distinct().Count() > 1);
    }
}
