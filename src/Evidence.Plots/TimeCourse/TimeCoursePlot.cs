using System.Xml.Linq;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.TimeCourse;

namespace Evidence.Plots.TimeCourse;

/// <summary>The pooled effect of each window of time with its interval, over the effects of the studies: the onset curve.</summary>
public static class TimeCoursePlot
{
    private const double PooledRadius = 5;
    private const double StudyRadius = 2.5;
    private const double ArrowSize = 5;

    private static readonly string[] Notes =
    [
        "Filled points: studies pooled, with the 95% interval. Open points: one study alone. Small rings: the effects of the studies; at the foot, their number in the window.",
        "Each window has other studies: a difference between windows is no change within people.",
    ];

    /// <summary>Returns the plot as the bytes of an SVG document.</summary>
    public static byte[] Write(TimeCourseResult result, string layout) => Svg.Bytes(Draw(result, layout));

    /// <summary>Draws the plot, laid out for a width that a term of <c>plot-layout</c> names.</summary>
    public static XElement Draw(TimeCourseResult result, string layout)
    {
        var page = layout == Terms.PlotLayout.Narrow ? CurvePage.Narrow : CurvePage.Wide;
        var rows = result.Windows.SelectMany(window => window.Rows).ToList();
        var text = EffectText.Create(result.Settings, rows);
        var marks = new List<XElement>();
        var y = page.Margin;
        foreach (var line in PlotText.Wrap(Title(result), page.TitleSize, page.Room, isBold: true))
            marks.Add(Svg.Text("title", page.Margin, y += page.LineHeight + 2, line));
        foreach (var line in PlotText.Wrap(Subtitle(result), page.TextSize, page.Room))
            marks.Add(Svg.Text("muted", page.Margin, y += page.LineHeight + 2, line));

        var (below, above) = PlotSides.FromRows(rows).Favoured(result.Settings.Benefit);
        marks.Add(Svg.Text("label", page.Margin, y += page.LineHeight + 10, text.AxisName));
        marks.Add(Svg.TextBefore("muted", page.Width - page.Margin, y += page.LineHeight, $"↑ favours {above}"));
        var axes = CurveAxes.Create(result, page, y + 6, text.IsRatio);
        marks.AddRange(axes.Draw(page.TextSize));
        marks.AddRange(rows.Select(row => Svg.Group("effect", PlotDescription.RowInFull(row, text), Svg.Circle("ring", axes.AtHours((double)row.TimeHours), axes.Up.Within(row.Yi), StudyRadius))));
        marks.AddRange(Curve(result, axes, text));
        y = axes.Up.Start + page.TextSize + 8;
        marks.Add(Svg.TextBefore("muted", page.Width - page.Margin, y + page.LineHeight, $"↓ favours {below}"));
        marks.Add(Svg.Text("label", page.Margin, y += page.LineHeight, "Time after the first dose (log scale)"));
        y += 6;
        var warnings = RetractionLines.Describe(result.Warnings, rows.Select(row => row.Study));
        foreach (var note in Notes.Concat(warnings).SelectMany(note => PlotText.Wrap(note, page.TextSize, page.Room)))
            marks.Add(Svg.Text("note muted", page.Margin, y += page.LineHeight, note));
        return Svg.Document("curve", (page.Width, y + page.Margin), $"Time course. {Title(result)}", Description(result, text, below, above), [Svg.Group(layout, null, marks)]);
    }

    /// <summary>Draws the line through windows of several studies; one study alone is a ring beside it.</summary>
    private static IEnumerable<XElement> Curve(TimeCourseResult result, CurveAxes axes, EffectText text)
    {
        var pooled = result.Windows.Where(window => window.Estimate is not null).ToList();
        var several = pooled.Where(window => window.Studies > 1).Select(window => (axes.AtHours(window.MeanHours!.Value), axes.Up.At(window.Estimate!.Estimate))).ToList();
        if (several.Count > 1)
            yield return Svg.Polyline("pooled", several);
        foreach (var window in pooled)
        {
            var (x, estimate) = (axes.AtHours(window.MeanHours!.Value), window.Estimate!);
            yield return Svg.Group(
                "window",
                $"{DescribeHours(window)}: {CountStudies(window)}, {text.ShortName} {text.Estimate(estimate)}",
                [
                    Svg.Line("interval", x, axes.Up.Within(estimate.CiLow), x, axes.Up.Within(estimate.CiHigh)),
                    .. Arrow(axes, x, estimate.CiLow, isUp: false),
                    .. Arrow(axes, x, estimate.CiHigh, isUp: true),
                    Svg.Circle(window.Studies > 1 ? "point" : "filled", x, axes.Up.At(estimate.Estimate), PooledRadius),
                    Svg.TextBefore("muted", x - 4, axes.Up.Start - 5, $"{window.Studies}"),
                ]);
        }
    }

    /// <summary>Draws the arrow in which an interval ends that goes on beyond the graph.</summary>
    private static IEnumerable<XElement> Arrow(CurveAxes axes, double x, double limit, bool isUp)
    {
        if (isUp ? limit <= axes.Up.High : limit >= axes.Up.Low)
            yield break;
        var (tip, back) = isUp ? (axes.Up.End, axes.Up.End + ArrowSize) : (axes.Up.Start, axes.Up.Start - ArrowSize);
        yield return Svg.Polygon("arrow", (x, tip), (x - (ArrowSize * .7), back), (x + (ArrowSize * .7), back));
    }

    private static string Title(TimeCourseResult result) =>
        $"{PlotTerms.Title("domain", result.Settings.Domain)} by time after the first dose: {PlotTerms.Label("effect-measure", result.Settings.Measure)}";

    private static string Subtitle(TimeCourseResult result)
    {
        var rows = result.Windows.SelectMany(window => window.Rows).ToList();
        var studies = rows.Select(row => row.Study).Distinct().Count();
        return $"{JoinNames(rows.Select(row => row.Intervention))} against {JoinNames(rows.Select(row => row.Comparator))}; {(studies == 1 ? "one study" : $"{studies} studies")}, pooled in windows of time";
    }

    private static string JoinNames(IEnumerable<string> interventions) =>
        string.Join(" or ", interventions.Distinct().Order(StringComparer.Ordinal).Select(PlotTerms.Node));

    private static string Description(TimeCourseResult result, EffectText text, string below, string above)
    {
        var windows = result.Windows.Where(window => window.Estimate is not null)
            .Select(window => $"{DescribeHours(window)}, {CountStudies(window)}: {text.Sentence(window.Estimate!)}.");
        return $"{string.Join(" ", windows)} Values below {text.NoEffect} favour {below}, values above favour {above}.";
    }

    private static string DescribeHours(TimeWindow window) => $"{NumberFormat.Time(window.FromHours)} to {NumberFormat.Time(window.ToHours)}";

    private static string CountStudies(TimeWindow window) => window.Studies == 1 ? "one study" : $"{window.Studies} studies";
}
