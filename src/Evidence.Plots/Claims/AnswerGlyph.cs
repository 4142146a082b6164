using System.Xml.Linq;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.Claims;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.Claims;

/// <summary>A live answer at a glance: a pooled effect with its interval, or those of a time course beside each other.</summary>
public static class AnswerGlyph
{
    private const double Width = 320;
    private const double Margin = 10;
    private const double TextSize = PlotStyle.SmallTextSize;

    /// <summary>How many times as far from no effect as the farthest effect intervals are drawn; beyond that they end in an arrow.</summary>
    private const double MaxReach = 2.5;

    /// <summary>Draws the glyph, or returns null if there is no figure to draw.</summary>
    public static XElement? Draw(LiveAnswer answer) => answer switch
    {
        { Estimate: { } estimate } => DrawPool(answer, estimate),
        { Windows: { } windows } when windows.Any(window => window.Estimate is not null) =>
            DrawCourse(answer, [.. windows.Where(window => window.Estimate is not null)]),
        _ => null,
    };

    private static XElement DrawPool(LiveAnswer answer, PooledEstimate estimate)
    {
        const double Height = 58, Middle = 24, AxisAt = 38;
        var (low, high) = Reach([estimate]);
        var scale = new Scale(low, high, Margin, Width - Margin, Measures.IsRatio(answer.Measure));
        var (below, above) = answer.Benefit == Terms.Benefit.Negative ? ("better", "worse") : ("worse", "better");
        return Document(answer, Height,
        [
            Svg.TextBefore("muted", scale.At(0) - 6, 10, $"← {below}"),
            Svg.Text("muted", scale.At(0) + 6, 10, $"{above} →"),
            Svg.Line("null", scale.At(0), 2, scale.At(0), AxisAt),
            .. Across(scale, estimate, Middle),
            Svg.Line("rule", scale.Start, AxisAt, scale.End, AxisAt),
            .. scale.Ticks(TextSize, Margin).SelectMany(tick => new[]
            {
                Svg.Line("rule", scale.At(tick.Value), AxisAt, scale.At(tick.Value), AxisAt + 4),
                Svg.TextAround("muted", scale.At(tick.Value), AxisAt + 16, tick.Label),
            }),
        ]);
    }

    private static IEnumerable<XElement> Across(Scale scale, PooledEstimate estimate, double y)
    {
        yield return Svg.Line("interval", scale.Within(estimate.CiLow), y, scale.Within(estimate.CiHigh), y);
        if (!scale.Holds(estimate.CiLow))
            yield return Svg.Polygon("arrow", (scale.Start - 5, y), (scale.Start + 2, y - 4), (scale.Start + 2, y + 4));
        if (!scale.Holds(estimate.CiHigh))
            yield return Svg.Polygon("arrow", (scale.End + 5, y), (scale.End - 2, y - 4), (scale.End - 2, y + 4));
        var x = scale.At(estimate.Estimate);
        yield return Svg.Polygon("diamond", (x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6));
    }

    private static XElement DrawCourse(LiveAnswer answer, IReadOnlyList<LiveWindow> windows)
    {
        const double Height = 124, Top = 8, Bottom = 96, Left = 40, Right = Width - 58;
        var (low, high) = Reach([.. windows.Select(window => window.Estimate!)]);
        var up = new Scale(low, high, Bottom, Top, Measures.IsRatio(answer.Measure));
        var (below, above) = answer.Benefit == Terms.Benefit.Negative ? ("better", "worse") : ("worse", "better");
        var edges = windows.SelectMany(window => new[] { window.FromHours, window.ToHours }).Distinct().Order().ToList();
        var step = (Right - Left) / (edges.Count - 1);
        double AtEdge(decimal hours) => Left + (edges.IndexOf(hours) * step);
        return Document(answer, Height,
        [
            .. up.Ticks(TextSize, Margin).SelectMany(tick => new[]
            {
                Svg.Line("rule", Left - 4, up.At(tick.Value), Left, up.At(tick.Value)),
                Svg.TextBefore("muted", Left - 7, up.At(tick.Value) + 4, tick.Label),
            }),
            Svg.Line("rule", Left, Top, Left, Bottom),
            Svg.Line("rule", Left, Bottom, Right, Bottom),
            Svg.Line("null", Left, up.At(0), Right, up.At(0)),
            Svg.Text("muted", Right + 6, up.At(0) - 5, $"↑ {above}"),
            Svg.Text("muted", Right + 6, up.At(0) + 13, $"↓ {below}"),
            .. edges.SelectMany(edge => new[]
            {
                Svg.Line("rule", AtEdge(edge), Bottom, AtEdge(edge), Bottom + 4),
                Svg.TextAround("muted", AtEdge(edge), Bottom + 18, edge < 48 ? $"{NumberFormat.AtMost((double)edge, 0)} h" : $"{NumberFormat.AtMost((double)edge / 24, 0)} d"),
            }),
            .. windows.SelectMany(window => Upright(up, window.Estimate!, (AtEdge(window.FromHours) + AtEdge(window.ToHours)) / 2)),
        ]);
    }

    private static IEnumerable<XElement> Upright(Scale up, PooledEstimate estimate, double x)
    {
        yield return Svg.Line("interval", x, up.Within(estimate.CiLow), x, up.Within(estimate.CiHigh));
        if (!up.Holds(estimate.CiLow))
            yield return Svg.Polygon("arrow", (x, up.Start + 2), (x - 4, up.Start - 5), (x + 4, up.Start - 5));
        if (!up.Holds(estimate.CiHigh))
            yield return Svg.Polygon("arrow", (x, up.End - 5), (x - 4, up.End + 2), (x + 4, up.End + 2));
        yield return Svg.Circle("point", x, up.At(estimate.Estimate), 4.5);
    }

    private static XElement Document(LiveAnswer answer, double height, IEnumerable<XElement> marks) => Svg.Document(
        $"answer-{answer.Question}", (Width, height), answer.Label, answer.Sentence, [Svg.Group("narrow", null, marks)]);

    private static (double Low, double High) Reach(IReadOnlyList<PooledEstimate> estimates)
    {
        var farthest = Math.Max(estimates.Max(estimate => Math.Abs(estimate.Estimate)), .2) * MaxReach;
        var low = Math.Max(Math.Min(estimates.Min(estimate => estimate.CiLow), 0), -farthest);
        var high = Math.Min(Math.Max(estimates.Max(estimate => estimate.CiHigh), 0), farthest);
        // No effect stands away from the edge, so that either side has room for its name.
        var margin = (high - low) * .04;
        return (Math.Min(low - margin, -(high - low) * .25), Math.Max(high + margin, (high - low) * .25));
    }
}
