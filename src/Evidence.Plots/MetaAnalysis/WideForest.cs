using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>A forest plot for pages and print: one row a study, the graph between the columns of text.</summary>
internal static class WideForest
{
    private const double Margin = 14;
    private const double Text = PlotStyle.TextSize;
    private const double LineHeight = 16;
    private const double RowHeight = 20;

    /// <summary>From the middle of a row down to the baseline of its text.</summary>
    private const double Baseline = 4;

    /// <summary>From this many rows on the axis stands above the graph too.</summary>
    private const int ManyRows = 25;

    /// <summary>Draws the plot and returns its size with its marks.</summary>
    public static ((double Width, double Height) Size, IEnumerable<XElement> Marks) Draw(MetaAnalysisResult result)
    {
        var view = ForestView.Create(result);
        var table = ForestTable.Create(view, Margin);
        var scale = ForestAxis.CreateScale(result, table.GraphStart, table.GraphEnd);
        var lines = ForestLine.CreateAll(result);
        var (marks, y) = (new List<XElement>(), Margin);
        y = AddTitle(marks, result, y, table.Width);
        y = AddHeads(marks, view.Text, table, y);
        if (result.Rows.Count >= ManyRows)
        {
            y += RowHeight;
            marks.AddRange(ForestAxis.Draw(scale, y, Text, Margin, isAbove: true));
        }

        var (top, pooledEnd) = (y, y);
        var rows = new List<XElement>();
        foreach (var line in lines)
        {
            if (line is ForestLine.Overall)
            {
                rows.Add(Svg.Line("rule", Margin, y + 3, table.Width - Margin, y + 3));
                y += 6;
                pooledEnd = y + (RowHeight / 2);
            }

            rows.Add(Row(line, view, table, scale, y + (RowHeight / 2)));
            y += line is ForestLine.GroupPool { Group.Heterogeneity: not null } ? RowHeight + LineHeight : RowHeight;
            y += line is ForestLine.GroupPool ? 6 : 0;
        }

        y += 6;
        marks.Add(Svg.Line("null", scale.At(0), top, scale.At(0), y));
        marks.Add(Svg.Line("pooled", scale.Within(result.Estimate.Estimate), top, scale.Within(result.Estimate.Estimate), pooledEnd));
        marks.AddRange(rows);
        marks.AddRange(ForestAxis.Draw(scale, y, Text, Margin));
        y = AddFavours(marks, view, scale, y + 36, table.Width);
        foreach (var note in ForestNotes.Describe(result, ForestMarks.AnyClipped(result, scale)).SelectMany(note => PlotText.Wrap(note, Text, table.Width - (2 * Margin))))
            marks.Add(Svg.Text("note", Margin, y += LineHeight, note));
        return ((table.Width, y + Margin), marks);
    }

    private static double AddTitle(List<XElement> marks, MetaAnalysisResult result, double y, double width)
    {
        foreach (var line in PlotText.Wrap(PlotDescription.Title(result), PlotStyle.TitleSize, width - (2 * Margin), isBold: true))
            marks.Add(Svg.Text("title", Margin, y += LineHeight + 2, line));
        foreach (var line in PlotText.Wrap(PlotDescription.Subtitle(result), Text, width - (2 * Margin)))
            marks.Add(Svg.Text("muted", Margin, y += LineHeight + 2, line));
        return y + 12;
    }

    /// <summary>Adds two lines of heads: the sides and the measure, then the columns.</summary>
    private static double AddHeads(List<XElement> marks, EffectText text, ForestTable table, double y)
    {
        var name = PlotText.Wrap(text.AxisName, Text, table.GraphEnd - table.GraphStart, isBold: true);
        name = name.Count > 2 ? [text.ShortName] : name;
        var upper = name.Count == 1 && table.Columns.All(column => column.Column.Side is null) ? y - 3 : y + LineHeight;
        var lower = upper + LineHeight + 3;
        foreach (var side in table.Columns.Where(column => column.Column.Side is not null).GroupBy(column => column.Column.Side!))
        {
            var (from, to) = (side.Min(column => column.Left), side.Max(column => column.Right));
            marks.Add(Svg.TextAround("strong", (from + to) / 2, upper, side.Key));
            marks.Add(Svg.Line("rule", from, upper + 5, to, upper + 5));
        }

        foreach (var (column, left, right) in table.Columns)
            marks.Add(column.IsNumber ? Svg.TextBefore("strong", right, lower, column.Head) : Svg.Text("strong", left, lower, column.Head));
        if (table.RiskOfBias is { } risk)
            marks.Add(Svg.TextAround("strong", risk, lower, "RoB"));
        foreach (var (at, line) in name.Reverse().Index())
            marks.Add(Svg.TextAround("strong", (table.GraphStart + table.GraphEnd) / 2, at == 0 ? lower : upper, line));
        marks.Add(Svg.Line("rule", Margin, lower + 7, table.Width - Margin, lower + 7));
        return lower + 9;
    }

    private static XElement Row(ForestLine line, ForestView view, ForestTable table, Scale scale, double y) => line switch
    {
        ForestLine.GroupHead head => Svg.Group("head", null, [
            Svg.Text("strong", Margin, y + Baseline, PlotText.Fit(head.Name, Text, table.GraphStart - Margin, isBold: true))]),
        ForestLine.StudyLine study => Svg.Group("study", PlotDescription.RowInFull(study.Row, view.Text), [
            .. table.Cells(study.Row, y + Baseline),
            .. table.RiskMark(study.Row, y),
            .. ForestMarks.Study(study.Row, view.MaxWeight, scale, y)]),
        ForestLine.GroupPool pool => Svg.Group("part", null, [
            .. Pooled("", "Subtotal", view.Text.Estimate(pool.Group.Estimate), pool.Rows, table, y),
            .. Spread(pool.Group.Heterogeneity, table, y + Baseline + LineHeight),
            .. ForestMarks.Diamond(pool.Group.Estimate, scale, y)]),
        ForestLine.Overall => Svg.Group("overall", null, [
            .. Pooled("strong", "Overall", view.Text.Estimate(view.Result.Estimate), view.Result.Rows, table, y),
            .. ForestMarks.Diamond(view.Result.Estimate, scale, y)]),
        ForestLine.Prediction prediction => Svg.Group("further", null, [
            Svg.Text("label", Margin, y + Baseline, "Prediction interval"),
            Svg.TextBefore("figure", table.EstimateRight, y + Baseline, view.Text.Prediction(prediction.Pooled)),
            .. ForestMarks.Prediction(prediction.Pooled, scale, y)]),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "Not a line of a forest plot."),
    };

    private static IEnumerable<XElement> Pooled(
        string style, string name, string estimate, IReadOnlyList<PoolRow> rows, ForestTable table, double y)
    {
        yield return Svg.Text(style == "" ? "label" : style, Margin, y + Baseline, name);
        foreach (var cell in table.Totals(style == "" ? "figure" : style, rows, y + Baseline))
            yield return cell;
        yield return Svg.TextBefore(style == "" ? "figure" : style, table.EstimateRight, y + Baseline, estimate);
    }

    private static IEnumerable<XElement> Spread(PoolHeterogeneity? found, ForestTable table, double y) =>
        found is null ? [] : [Svg.Text("muted", Margin, y, PlotText.Fit(ForestNotes.Spread(found), Text, table.GraphStart - Margin))];

    private static double AddFavours(List<XElement> marks, ForestView view, Scale scale, double y, double width)
    {
        var (below, above) = view.Sides.Favoured(view.Result.Settings.Benefit);
        var (left, right) = (scale.At(0) - 8, scale.At(0) + 8);
        marks.Add(Svg.TextBefore("favours", left, y, PlotText.Fit($"← Favours {below}", Text, left - Margin)));
        marks.Add(Svg.Text("favours", right, y, PlotText.Fit($"Favours {above} →", Text, width - Margin - right)));
        return y + 8;
    }
}
