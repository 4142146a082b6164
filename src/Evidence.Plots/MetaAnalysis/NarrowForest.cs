using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>A forest plot for a small screen: the text of a study, and the graph below it.</summary>
internal static class NarrowForest
{
    private const double Width = 320;
    private const double Margin = 8;
    private const double Room = Width - (2 * Margin);
    private const double Text = PlotStyle.SmallTextSize;
    private const double LineHeight = 14;
    private const double BandHeight = 18;
    private const double Gap = 6;

    /// <summary>From this many rows on the axis stands above the graph too.</summary>
    private const int ManyRows = 6;

    /// <summary>Draws the plot and returns its size with its marks.</summary>
    public static ((double Width, double Height) Size, IEnumerable<XElement> Marks) Draw(MetaAnalysisResult result)
    {
        var view = ForestView.Create(result);
        var scale = ForestAxis.CreateScale(result, Margin, Width - Margin);
        var (marks, y) = (new List<XElement>(), Margin);
        foreach (var line in PlotText.Wrap(PlotDescription.Title(result), PlotStyle.SmallTitleSize, Room, isBold: true))
            marks.Add(Svg.Text("title", Margin, y += LineHeight + 2, line));
        y += 2;
        foreach (var line in PlotText.Wrap(PlotDescription.Subtitle(result), Text, Room))
            marks.Add(Svg.Text("muted", Margin, y += LineHeight, line));
        y += 8;
        if (result.Rows.Count >= ManyRows)
        {
            y = AddFavours(marks, view, scale, y) + LineHeight + Gap;
            marks.AddRange(ForestAxis.Draw(scale, y, Text, Margin, isAbove: true));
            y += Gap;
        }

        var details = ChooseDetails(view);
        foreach (var line in ForestLine.CreateAll(result))
            y = AddLine(marks, line, view, details, scale, y);
        marks.AddRange(ForestAxis.Draw(scale, y, Text, Margin));
        y = AddFavours(marks, view, scale, y + LineHeight + Gap) + Gap;
        foreach (var note in ForestNotes.Describe(result, ForestMarks.AnyClipped(result, scale)))
        {
            foreach (var line in PlotText.Wrap(note, Text, Room))
                marks.Add(Svg.Text("note", Margin, y += LineHeight, line));
            y += 4;
        }

        return ((Width, y + Margin), marks);
    }

    private static double AddLine(List<XElement> marks, ForestLine line, ForestView view, Func<PoolRow, string> details, Scale scale, double y)
    {
        var (text, pool) = (view.Text, view.Result.Estimate);
        switch (line)
        {
            case ForestLine.GroupHead head:
                marks.Add(Svg.Group("head", null, Svg.Text("strong", Margin, y + LineHeight + 4, PlotText.Fit(head.Name, Text, Room, isBold: true))));
                return y + LineHeight + 10;
            case ForestLine.StudyLine { Row: var row }:
                marks.Add(Svg.Group("study", PlotDescription.RowInFull(row, text), [
                    .. Heading(
                        "label", ForestColumns.GetLabel(row), ForestNotes.GetSign(row.RiskOfBias), text.Estimate(row.Yi, row.CiLow, row.CiHigh), y + LineHeight),
                    .. Below(details(row), $"{NumberFormat.Percent(row.Weight, 1)}%", y + (2 * LineHeight)),
                    .. Band(pool, scale, y + (2 * LineHeight) + 3, middle => ForestMarks.Study(row, view.MaxWeight, scale, middle))]));
                return y + (2 * LineHeight) + BandHeight + Gap + 3;
            case ForestLine.GroupPool { Group: var group }:
                var spread = group.Heterogeneity is { } found ? ForestNotes.Spread(found) : "";
                var last = y + (spread == "" ? LineHeight : 2 * LineHeight);
                marks.Add(Svg.Group("part", null, [
                    .. Heading("label", "Subtotal", "", text.Estimate(group.Estimate), y + LineHeight),
                    .. Below(spread, "", last),
                    .. Band(pool, scale, last + 3, middle => ForestMarks.Diamond(group.Estimate, scale, middle))]));
                return last + BandHeight + Gap + 3;
            case ForestLine.Overall:
                marks.Add(Svg.Line("rule", Margin, y, Width - Margin, y));
                marks.Add(Svg.Group("overall", null, [
                    .. Heading("strong", "Overall", "", text.Estimate(pool), y + LineHeight + 2),
                    .. Band(pool, scale, y + LineHeight + 5, middle => ForestMarks.Diamond(pool, scale, middle))]));
                return y + LineHeight + BandHeight + Gap + 5;
            case ForestLine.Prediction { Pooled: var pooled }:
                marks.Add(Svg.Group("further", null, [
                    .. Heading("label", "Prediction interval", "", text.Prediction(pooled), y + LineHeight),
                    .. Band(pool, scale, y + LineHeight + 3, middle => ForestMarks.Prediction(pooled, scale, middle))]));
                return y + LineHeight + BandHeight + Gap + 3;
            default:
                throw new ArgumentOutOfRangeException(nameof(line), line, "Not a line of a forest plot.");
        }
    }

    /// <summary>Draws what is left and right of the first line of text, the sign of the risk of bias after the left.</summary>
    private static IEnumerable<XElement> Heading(string style, string left, string sign, string right, double y)
    {
        var isBold = style == "strong";
        var label = PlotText.Fit(left, Text, Room - PlotText.Width(right, Text, isBold) - 24, isBold);
        yield return Svg.Text(style, Margin, y, label);
        yield return Svg.TextBefore(isBold ? style : "figure", Width - Margin, y, right);
        if (sign == "")
            yield break;
        var x = Margin + PlotText.Width(label, Text, isBold) + 12;
        yield return Svg.Circle("ring", x, y - 4, 6);
        yield return Svg.TextAround("sign", x, y, sign);
    }

    private static IEnumerable<XElement> Below(string left, string right, double y) =>
    [
        .. left == "" ? Array.Empty<XElement>() : [Svg.Text("muted", Margin, y, PlotText.Fit(left, Text, Room - PlotText.Width(right, Text) - Gap))],
        .. right == "" ? Array.Empty<XElement>() : [Svg.TextBefore("muted", Width - Margin, y, right)],
    ];

    /// <summary>Returns what is written below the name of each study: as much as fits in all of them; the tooltip has all.</summary>
    private static Func<PoolRow, string> ChooseDetails(ForestView view)
    {
        string Contrast(PoolRow row) => view.ContrastsDiffer ? PlotSides.Contrast(row) : "";
        string With(PoolRow row, string figures) => string.Join(", ", new[] { Contrast(row), figures }.Where(part => part != ""));
        Func<PoolRow, string>[] choices = [row => With(row, ForestColumns.DescribeFigures(row)), row => With(row, ForestColumns.DescribePeople(row)), Contrast];
        var room = Room - PlotText.Width("100.0%", Text) - Gap;
        return choices.FirstOrDefault(choice => view.Result.Rows.All(row => PlotText.Width(choice(row), Text) <= room)) ?? Contrast;
    }

    /// <summary>Draws a part of the graph: no effect and the pooled one as far down as the part goes, and the mark.</summary>
    private static IEnumerable<XElement> Band(PooledEstimate pool, Scale scale, double top, Func<double, IEnumerable<XElement>> mark)
    {
        var (none, pooled) = (scale.At(0), scale.Within(pool.Estimate));
        return [Svg.Line("null", none, top, none, top + BandHeight), Svg.Line("pooled", pooled, top, pooled, top + BandHeight), .. mark(top + (BandHeight / 2))];
    }

    private static double AddFavours(List<XElement> marks, ForestView view, Scale scale, double y)
    {
        var (below, above) = view.Sides.Favoured(view.Result.Settings.Benefit);
        var (left, right) = (scale.At(0) - Gap, scale.At(0) + Gap);
        marks.Add(Svg.TextBefore("favours", left, y + LineHeight, "← Favours"));
        marks.Add(Svg.TextBefore("favours", left, y + (2 * LineHeight), PlotText.Fit(below, Text, left - Margin)));
        marks.Add(Svg.Text("favours", right, y + LineHeight, "Favours →"));
        marks.Add(Svg.Text("favours", right, y + (2 * LineHeight), PlotText.Fit(above, Text, Width - Margin - right)));
        return y + (2 * LineHeight);
    }
}
