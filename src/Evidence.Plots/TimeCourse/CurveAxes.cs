using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;
using Evidence.Synthesis.TimeCourse;

namespace Evidence.Plots.TimeCourse;

/// <summary>How a curve is laid out for a width.</summary>
internal sealed record CurvePage(double Width, double GraphHeight, double Margin, double TextSize, double TitleSize)
{
    public static CurvePage Wide { get; } = new(760, 320, 20, PlotStyle.TextSize, PlotStyle.TitleSize);

    public static CurvePage Narrow { get; } = new(320, 240, 10, PlotStyle.SmallTextSize, PlotStyle.SmallTitleSize);

    public double Room => Width - (2 * Margin);

    public double LineHeight => TextSize + 4;
}

/// <summary>The axes of a time course: hours on a logarithmic scale, effects upwards.</summary>
/// <param name="Across">Logarithms of hours.</param>
/// <param name="Up">Effects.</param>
/// <param name="Windows">The windows, for the counts of studies along the axis.</param>
internal sealed record CurveAxes(Scale Across, Scale Up, IReadOnlyList<TimeWindow> Windows)
{
    /// <summary>Earlier times are drawn here: a logarithmic scale has no zero.</summary>
    private const double EarliestHours = 0.5;

    private const double NumbersWidth = 40;

    private static readonly (double Hours, string Label, string Short)[] Times =
    [
        (1, "1 hour", "1 h"), (2, "2 hours", "2 h"), (4, "4 hours", "4 h"), (12, "12 hours", "12 h"), (24, "1 day", "1 d"), (72, "3 days", "3 d"),
        (168, "1 week", "1 wk"), (336, "2 weeks", "2 wk"), (672, "4 weeks", "4 wk"), (1344, "8 weeks", "8 wk"), (4032, "24 weeks", "24 wk"), (8736, "1 year", "1 y"),
    ];

    public static CurveAxes Create(TimeCourseResult result, CurvePage page, double top, bool isLogarithm)
    {
        var rows = result.Windows.SelectMany(window => window.Rows).ToList();
        var estimates = result.Windows.Select(window => window.Estimate).OfType<PooledEstimate>().ToList();
        double[] held = [0, .. rows.Select(row => row.Yi), .. estimates.Select(estimate => estimate.Estimate)];
        // With two studies Student's t makes intervals of any length: they may be half as long again as what is held, and end in arrows beyond.
        var room = Math.Max(held.Max() - held.Min(), .1) / 2;
        var low = estimates.Select(estimate => estimate.CiLow).Append(held.Min()).Select(limit => Math.Max(limit, held.Min() - room)).Min();
        var high = estimates.Select(estimate => estimate.CiHigh).Append(held.Max()).Select(limit => Math.Min(limit, held.Max() + room)).Max();
        var margin = (high - low) * .04;
        var first = rows.Min(row => (double)row.TimeHours);
        var last = rows.Max(row => (double)row.TimeHours);
        return new CurveAxes(
            new Scale(Math.Log(Math.Max(first, EarliestHours) * .8), Math.Log(Math.Max(last, 1) * 1.25), page.Margin + NumbersWidth, page.Width - page.Margin, IsLogarithm: true),
            new Scale(low - margin, high + margin, top + page.GraphHeight, top, isLogarithm),
            result.Windows);
    }

    public double AtHours(double hours) => Across.Within(Math.Log(Math.Max(hours, EarliestHours)));

    public IEnumerable<XElement> Draw(double textSize)
    {
        yield return Svg.Rectangle("frame", Across.Start, Up.End, Across.End - Across.Start, Up.Start - Up.End);
        foreach (var window in Windows.Where(window => window.FromHours > 0 && Across.Holds(Math.Log((double)window.FromHours))))
            yield return Svg.Line("rule", AtHours((double)window.FromHours), Up.End, AtHours((double)window.FromHours), Up.Start);
        yield return Svg.Line("null", Across.Start, Up.At(0), Across.End, Up.At(0));
        foreach (var (value, label) in Up.Ticks(textSize))
        {
            yield return Svg.Line("axis", Across.Start - 4, Up.At(value), Across.Start, Up.At(value));
            yield return Svg.TextBefore("tick", Across.Start - 7, Up.At(value) + 4, label);
        }

        foreach (var (x, label) in TimesThatFit(textSize))
        {
            yield return Svg.Line("axis", x, Up.Start, x, Up.Start + 4);
            yield return Svg.TextAround("tick", x, Up.Start + 5 + textSize, label);
        }
    }

    /// <summary>Returns as many times as do not touch, in words if there is room.</summary>
    private List<(double X, string Label)> TimesThatFit(double textSize)
    {
        var within = Times.Where(time => Across.Holds(Math.Log(time.Hours))).ToList();
        var isWide = Across.End - Across.Start > 400;
        var kept = new List<(double X, string Label)>();
        var free = Across.Start - NumbersWidth;
        foreach (var (hours, full, brief) in within)
        {
            var label = isWide ? full : brief;
            var half = PlotText.Width(label, textSize) / 2;
            var x = AtHours(hours);
            if (x - half < free || x + half > Across.End + 10)
                continue;
            kept.Add((x, label));
            free = x + half + 8;
        }

        return kept;
    }
}
