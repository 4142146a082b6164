using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>What the marks of a funnel plot mean.</summary>
internal static class FunnelLegend
{
    private const double SampleWidth = 24;
    private const double SampleHeight = 10;

    /// <summary>Adds the legend below <paramref name="y"/>, and gives where it ends.</summary>
    public static double Add(List<XElement> marks, MetaAnalysisResult result, FunnelPage page, double y)
    {
        var entries = Entries(result).ToList();
        var rows = (entries.Count + page.LegendColumns - 1) / page.LegendColumns;
        var height = page.LineHeight + 2;
        foreach (var (at, (name, sample)) in entries.Index())
        {
            var x = page.Margin + (at / rows * page.Room / page.LegendColumns);
            var baseline = y + ((at % rows) + 1) * height;
            marks.AddRange(sample(x, baseline - 4));
            marks.Add(Svg.Text("note", x + SampleWidth + 8, baseline, PlotText.Fit(name, page.TextSize, (page.Room / page.LegendColumns) - SampleWidth - 8)));
        }

        return y + (rows * height) + 6;
    }

    private static IEnumerable<(string Name, Func<double, double, IEnumerable<XElement>> Sample)> Entries(MetaAnalysisResult result)
    {
        yield return ("Effect of a study", (x, y) => [Svg.Circle("point", x + (SampleWidth / 2), y, 4.5)]);
        if (result.SmallStudyEffects.TrimAndFill is { Missing: > 0 })
            yield return ("Filled in by trim and fill", (x, y) => [Svg.Circle("filled", x + (SampleWidth / 2), y, 4.5)]);
        yield return ("No effect", (x, y) => [Svg.Line("null", x, y, x + SampleWidth, y)]);
        yield return ("Pooled effect", (x, y) => [Svg.Line("pooled", x, y, x + SampleWidth, y)]);
        yield return ($"Pseudo {result.Settings.Level}% limits around it", (x, y) => [Svg.Line("limits", x, y, x + SampleWidth, y)]);
        yield return ("Innermost: effects with p > 0.10", Area("ground"));
        yield return ("Next: 0.05 < p ≤ 0.10", Area("below-10"));
        yield return ("Next: 0.01 < p ≤ 0.05", Area("below-5"));
        yield return ("Outermost: p ≤ 0.01", Area("below-1"));
    }

    private static Func<double, double, IEnumerable<XElement>> Area(string style) =>
        (x, y) => [Svg.Rectangle($"{style} swatch", x + .5, y - (SampleHeight / 2), SampleWidth - 1, SampleHeight)];
}
