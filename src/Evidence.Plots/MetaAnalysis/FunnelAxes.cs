using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Statistics.EffectSizes;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>The axes of a funnel plot, and what is drawn along them: regions of significance, the pooled effect with its limits, numbers.</summary>
/// <param name="Across">Effects.</param>
/// <param name="Down">Standard errors; the precise studies are at the top.</param>
/// <param name="Level">Level of the limits, in percent.</param>
internal sealed record FunnelAxes(Scale Across, Scale Down, int Level)
{
    /// <summary>The p values at which regions end, from the outermost on, with the style of what is inside.</summary>
    private static readonly (double P, string Style)[] Contours = [(0.01, "below-5"), (0.05, "below-10"), (0.1, "ground")];

    /// <summary>Between a number and its axis, the mark of the axis within.</summary>
    private const double Gap = 7;

    /// <summary>Axes that hold every effect, those that were filled in, no effect, and the pooled one with its limits.</summary>
    public static FunnelAxes Create(MetaAnalysisResult result, FunnelPage page, double top)
    {
        var filled = result.SmallStudyEffects.TrimAndFill;
        var most = result.Rows.Select(row => row.Vi).Concat(filled?.FilledVariances ?? []).Max(Math.Sqrt) * 1.08;
        var down = new Scale(0, most, top, top + page.GraphHeight, IsLogarithm: false);
        var numbers = down.Ticks(page.TextSize).Select(tick => PlotText.Width(tick.Label, page.TextSize)).DefaultIfEmpty().Max();
        var pooled = result.Estimate.Estimate;
        var reach = Critical(1 - (result.Settings.Level / 100d)) * most;
        double[] held = [0, pooled - reach, pooled + reach, .. result.Rows.Select(row => row.Yi), .. filled?.Filled ?? []];
        var margin = (held.Max() - held.Min()) * .03;
        return new FunnelAxes(
            new Scale(held.Min() - margin, held.Max() + margin, page.Margin + numbers + Gap, page.Width - page.Margin, Measures.IsRatio(result.Settings.Measure)),
            down,
            result.Settings.Level);
    }

    /// <summary>Draws everything but the effects.</summary>
    public IEnumerable<XElement> Draw(PooledEstimate pooled, FunnelPage page) =>
    [
        Svg.Rectangle("below-1", Across.Start, Down.Start, Across.End - Across.Start, Down.End - Down.Start),
        .. Contours.Select(contour => Svg.Polygon($"{contour.Style} swatch", Inside(Critical(contour.P)))),
        Svg.Rectangle("frame", Across.Start, Down.Start, Across.End - Across.Start, Down.End - Down.Start),
        Svg.Line("null", Across.At(0), Down.Start, Across.At(0), Down.End),
        Svg.Line("pooled", Across.At(pooled.Estimate), Down.Start, Across.At(pooled.Estimate), Down.End),
        Svg.Polyline("limits", Limit(pooled.Estimate, -1), (Across.At(pooled.Estimate), Down.Start), Limit(pooled.Estimate, 1)),
        .. Numbers(page),
    ];

    private (double X, double Y) Limit(double pooled, int side) =>
        (Across.At(pooled + (side * Critical(1 - (Level / 100d)) * Down.High)), Down.End);

    /// <summary>Returns the region in which effects are less than a number of standard errors from no effect: a triangle, cut off at the edge of the graph.</summary>
    private IEnumerable<(double X, double Y)> Inside(double critical)
    {
        yield return (Across.At(0), Down.Start);
        foreach (var (end, sign) in new[] { (Across.High, 1), (Across.Low, -1) })
        {
            var bottom = sign * critical * Down.High;
            (double X, double Y)[] edge = Across.Holds(bottom)
                ? [(Across.At(bottom), Down.End)]
                : [(Across.At(end), Down.At(Math.Abs(end) / critical)), (Across.At(end), Down.End)];
            foreach (var corner in sign > 0 ? edge : edge.Reverse())
                yield return corner;
        }
    }

    private IEnumerable<XElement> Numbers(FunnelPage page)
    {
        foreach (var (value, label) in Across.Ticks(page.TextSize, page.Margin))
        {
            yield return Svg.Line("axis", Across.At(value), Down.End, Across.At(value), Down.End + 4);
            yield return Svg.TextAround("tick", Across.At(value), Down.End + 4 + page.TextSize, label);
        }

        foreach (var (value, label) in Down.Ticks(page.TextSize))
        {
            yield return Svg.Line("axis", Across.Start - 4, Down.At(value), Across.Start, Down.At(value));
            yield return Svg.TextBefore("error-tick", Across.Start - Gap, Down.At(value) + 4, label);
        }
    }

    /// <summary>Returns how many standard errors from zero a two-sided p value is, on the normal distribution.</summary>
    private static double Critical(double p) => new EffectSize(0, 1).ComputeConfidenceInterval(1 - p).Upper;
}
