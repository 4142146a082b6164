using System.Xml.Linq;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Statistics;

namespace Evidence.Plots.Studies;

/// <summary>The course of one outcome in a study, arm by arm: a small plot, one of several beside each other.</summary>
public static class CoursePlot
{
    private const double Width = 360;
    private const double Left = 44;
    private const double Right = Width - 14;
    private const double GraphHeight = 150;
    private const double LineHeight = 16;
    private const double TextSize = PlotStyle.SmallTextSize;
    private const double Earliest = 0.5;
    private const double Apart = 5;

    private static readonly (double Hours, string Label)[] Times =
    [
        (1, "1 h"), (2, "2 h"), (4, "4 h"), (12, "12 h"), (24, "1 d"), (48, "2 d"), (72, "3 d"), (168, "1 wk"), (336, "2 wk"), (672, "4 wk"), (1344, "8 wk"),
        (2016, "12 wk"), (4032, "24 wk"), (8736, "1 y"),
    ];

    /// <summary>Draws the course of an outcome.</summary>
    public static XElement Draw(string name, OutcomeGroup group, IReadOnlyList<Arm> arms)
    {
        var series = arms
            .Select((arm, at) => (Arm: arm, Points: ListPoints(group, arm)))
            .Where(line => line.Points.Count > 0)
            .Select((line, at) => new Series(line.Arm, at, line.Points))
            .ToList();
        var titles = PlotText.Wrap(group.Name, PlotStyle.SmallTitleSize, Width - 20, isBold: true);
        var top = (titles.Count * 17) + (series.Count * LineHeight) + 18;
        var (across, up) = Axes(series, top, group.Outcomes[0].Type == Terms.MeasurementType.Dichotomous);
        return Svg.Document(
            name,
            (Width, top + GraphHeight + 28),
            $"{group.Name}, by time",
            Description(series),
            [
                Svg.Group("narrow", null, [
                    .. titles.Select((line, at) => Svg.Text("title", 0, 14 + (at * 17), line)),
                    .. series.SelectMany(line => Legend(line, (titles.Count * 17) + 14 + (line.At * LineHeight))),
                    .. Frame(across, up, top, group.Outcomes[0].Type == Terms.MeasurementType.Dichotomous ? "%" : ""),
                    .. series.SelectMany(line => line.Draw(across, up, (line.At - ((series.Count - 1) / 2.0)) * Apart)),
                ]),
            ]);
    }

    private static List<(double Hours, double Value, Interval? Interval)> ListPoints(OutcomeGroup same, Arm arm) =>
    [
        .. from outcome in same.Outcomes
           from result in outcome.Results
           where result.Arm == arm.Id
           let drawn = Figures.FindPoint(result)
           where drawn is not null
           select ((double)outcome.TimeHours, drawn.Value.Value, drawn.Value.Interval),
    ];

    private static (Scale Across, Scale Up) Axes(List<Series> series, double top, bool isPercent)
    {
        var points = series.SelectMany(line => line.Points).ToList();
        var hours = points.Select(point => Math.Max(point.Hours, Earliest)).ToList();
        double[] values = [.. points.Select(point => point.Value), .. points.Select(point => point.Interval).OfType<Interval>().SelectMany(interval => new[] { interval.Lower, interval.Upper })];
        var (low, high) = (Math.Min(values.Min(), 0), Math.Max(values.Max(), 0));
        if (high - low < 1e-9)
            high = low + 1;
        var margin = (high - low) * .05;
        return (
            new Scale(Math.Log(hours.Min() / 1.4), Math.Log(hours.Max() * 1.4), Left, Right, IsLogarithm: true),
            new Scale(isPercent ? low : low < 0 ? low - margin : low, high > 0 ? high + margin : high, top + GraphHeight, top, IsLogarithm: false));
    }

    private static IEnumerable<XElement> Frame(Scale across, Scale up, double top, string unit)
    {
        var bottom = top + GraphHeight;
        foreach (var (value, label) in up.Ticks(TextSize, Left))
        {
            yield return Svg.Line("rule", Left - 4, up.At(value), Left, up.At(value));
            yield return Svg.TextBefore("muted", Left - 7, up.At(value) + 4, label + unit);
        }

        yield return Svg.Line("rule", Left, top, Left, bottom);
        yield return Svg.Line("rule", Left, bottom, Right, bottom);
        yield return Svg.Line("null", Left, up.Within(0), Right, up.Within(0));
        var last = double.NegativeInfinity;
        foreach (var (hours, label) in Times.Where(time => across.Holds(Math.Log(time.Hours))))
        {
            var x = across.At(Math.Log(hours));
            yield return Svg.Line("rule", x, bottom, x, bottom + 4);
            var half = PlotText.Width(label, TextSize) / 2;
            if (x - half < last + 6 || x + half > Width)
                continue;
            last = x + half;
            yield return Svg.TextAround("muted", x, bottom + 18, label);
        }
    }

    private static IEnumerable<XElement> Legend(Series line, double y)
    {
        yield return Svg.Group(line.Style, null, [Svg.Line("course", 0, y - 4, 24, y - 4), .. line.Mark(12, y - 4)]);
        yield return Svg.Text("", 32, y, PlotText.Fit(line.Arm.Label, TextSize, Width - 40));
    }

    private static string Description(IReadOnlyList<Series> series) => string.Join(" ", series.Select(line =>
        $"{line.Arm.Label}: {string.Join(", ", line.Points.Select(point => $"{NumberFormat.AtMost(point.Value, 1)} at {NumberFormat.Time((decimal)point.Hours)}"))}."));

    private sealed record Series(Arm Arm, int At, IReadOnlyList<(double Hours, double Value, Interval? Interval)> Points)
    {
        public string Style => $"series-{Math.Min(At + 1, 4)}";

        public IEnumerable<XElement> Draw(Scale across, Scale up, double aside)
        {
            double X(double hours) => across.At(Math.Log(Math.Max(hours, Earliest))) + aside;
            var intervals = Points.Where(point => point.Interval is not null)
                .Select(point => Svg.Line("spread", X(point.Hours), up.Within(point.Interval!.Lower), X(point.Hours), up.Within(point.Interval.Upper)));
            yield return Svg.Group(Style, null, [
                Svg.Polyline("course", Points.Select(point => (X(point.Hours), up.At(point.Value)))),
                .. intervals,
                .. Points.SelectMany(point => Mark(X(point.Hours), up.At(point.Value))),
            ]);
        }

        public IEnumerable<XElement> Mark(double x, double y)
        {
            yield return At % 2 == 0 ? Svg.Circle("mark", x, y, 4) : Svg.Rectangle("mark", x - 3.5, y - 3.5, 7, 7);
        }
    }
}
