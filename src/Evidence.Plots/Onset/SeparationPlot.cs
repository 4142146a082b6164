using System.Xml.Linq;
using Evidence.Catalogue;
using Evidence.Catalogue.Rows;
using Evidence.Plots.Drawing;

namespace Evidence.Plots.Onset;

/// <summary>The findings of one definition as points on a line of time, a row for each.</summary>
public static class SeparationPlot
{
    private const double RowHeight = 22;
    private const double Radius = 4.5;
    private const double Margin = 10;

    private static readonly (double Hours, string Label)[] Times =
        [(.5, "30 min"), (1, "1 h"), (2, "2 h"), (4, "4 h"), (12, "12 h"), (24, "1 d"), (72, "3 d"), (168, "1 wk"), (336, "2 wk"), (672, "4 wk"), (1344, "8 wk")];

    /// <summary>Draws the plot, for a wide window or a narrow one.</summary>
    public static XElement Draw(string definition, IReadOnlyList<OnsetRow> findings, bool isNarrow)
    {
        var (width, size, left) = isNarrow ? (320.0, PlotStyle.SmallTextSize, 128.0) : (720.0, PlotStyle.TextSize, 260.0);
        var hours = findings.Select(finding => Math.Max((double)finding.Hours, .1)).ToList();
        var scale = new Scale(Math.Log(Math.Min(hours.Min() / 1.5, 1)), Math.Log(Math.Max(hours.Max() * 1.5, 24)), left, width - 24, IsLogarithm: true);
        var bottom = Margin + (findings.Count * RowHeight) + 4;
        return Svg.Document(
            $"separation-{definition}",
            (width, bottom + 40),
            $"{Labels.Find("onset-definition", definition)}, by study",
            string.Join(" ", findings.Select(finding => $"{finding.Label}: {Time(finding.Hours)}.")),
            [
                Svg.Group(isNarrow ? "narrow" : "wide", null,
                [
                    .. Axis(scale, bottom, size, width),
                    .. findings.SelectMany((finding, at) => Row(finding, scale, Margin + ((at + .5) * RowHeight), size, left, isNarrow)),
                ]),
            ]);
    }

    /// <summary>Returns a time as a table prints it.</summary>
    public static string Time(decimal hours) => hours < 1 || hours >= 48 ? NumberFormat.Time(hours) : $"{NumberFormat.AtMost((double)hours, 2)} {(hours == 1 ? "hour" : "hours")}";

    private static IEnumerable<XElement> Row(OnsetRow finding, Scale scale, double y, double size, double left, bool isNarrow)
    {
        var against = isNarrow || finding.Comparator is null ? "" : $", against {Labels.LowerFirst(Labels.Find("intervention", finding.Comparator))}";
        yield return Svg.Line("rule", left, y, scale.End, y);
        yield return Svg.TextBefore("label", left - 8, y + 4, PlotText.Fit(finding.Label + against, size, left - 12));
        yield return Svg.Group("effect", $"{finding.Label}: {Time(finding.Hours)}, {finding.ArmLabel}", Svg.Circle("point", scale.At(Math.Log(Math.Max((double)finding.Hours, .1))), y, Radius));
    }

    private static IEnumerable<XElement> Axis(Scale scale, double bottom, double size, double width)
    {
        yield return Svg.Line("axis", scale.Start, bottom, scale.End, bottom);
        var last = double.NegativeInfinity;
        foreach (var (hours, label) in Times.Where(time => scale.Holds(Math.Log(time.Hours))))
        {
            var (x, half) = (scale.At(Math.Log(hours)), PlotText.Width(label, size) / 2);
            yield return Svg.Line("axis", x, bottom, x, bottom + 4);
            if (x - half < last + 6 || x + half > width)
                continue;
            last = x + half;
            yield return Svg.TextAround("muted", x, bottom + 18, label);
        }

        yield return Svg.TextBefore("muted", scale.End, bottom + 34, "after the first dose (log scale)");
    }
}
