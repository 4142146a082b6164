using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>Where the columns of a wide forest plot stand, and the graph between them.</summary>
/// <param name="Columns">The columns with their edges.</param>
/// <param name="GraphStart">Left edge of the graph.</param>
/// <param name="GraphEnd">Right edge of the graph.</param>
/// <param name="RiskOfBias">Middle of the marks of risk of bias, where any study has one.</param>
/// <param name="Width">Width of the plot.</param>
internal sealed record ForestTable(
    IReadOnlyList<(ForestColumn Column, double Left, double Right)> Columns, double GraphStart, double GraphEnd, double? RiskOfBias, double Width)
{
    private const double MinWidth = 860;
    private const double MinGraph = 160;

    /// <summary>Room for the names of the last rows, and for what is said of a group below its figures.</summary>
    private const double MinLeft = 110, MinLeftOfGroups = 260;

    private const double Gap = 12;
    private const double GapBetweenSides = 18;
    private const double GapInSide = 8;
    private const double GapAtGraph = 18;
    private const double RiskWidth = 26;
    private const double RingRadius = 6;

    /// <summary>Right edge of the estimates.</summary>
    public double EstimateRight => Columns[^2].Right;

    /// <summary>Lays out the columns; the graph takes what they leave, and the plot grows if that is too little.</summary>
    public static ForestTable Create(ForestView view, double margin)
    {
        var (left, leftEnd) = Place(ForestColumns.Left(view), view.Result.Rows, margin);
        leftEnd = Math.Max(leftEnd, margin + (view.Result.Subgroups is null ? MinLeft : MinLeftOfGroups));
        var (right, rightWidth) = Place(ForestColumns.Right(view), view.Result.Rows, 0);
        var hasRisk = view.Result.Rows.Any(row => ForestNotes.GetSign(row.RiskOfBias) != "");
        var after = rightWidth + (hasRisk ? Gap + RiskWidth : 0) + margin;
        var width = Math.Ceiling(Math.Max(MinWidth, leftEnd + after + MinGraph + (2 * GapAtGraph)));
        var rightStart = width - after;
        return new ForestTable(
            [.. left, .. right.Select(column => (column.Column, column.Left + rightStart, column.Right + rightStart))],
            leftEnd + GapAtGraph,
            rightStart - GapAtGraph,
            hasRisk ? width - margin - (RiskWidth / 2) : null,
            width);
    }

    /// <summary>Draws the cells of a study.</summary>
    public IEnumerable<XElement> Cells(PoolRow row, double y) => Columns.Select(column =>
    {
        var text = PlotText.Fit(column.Column.Cell(row), PlotStyle.TextSize, column.Right - column.Left + 0.01);
        return column.Column.IsNumber ? Svg.TextBefore("figure", column.Right, y, text) : Svg.Text("label", column.Left, y, text);
    });

    /// <summary>Draws the cells of several studies pooled, where there is a total.</summary>
    public IEnumerable<XElement> Totals(string style, IReadOnlyList<PoolRow> rows, double y) =>
        from column in Columns
        let total = column.Column.Total(rows)
        where total != ""
        select Svg.TextBefore(style, column.Right, y, total);

    /// <summary>Draws the sign of the risk of bias in its ring, where a study has a judgement.</summary>
    public IEnumerable<XElement> RiskMark(PoolRow row, double y) =>
        RiskOfBias is { } x && ForestNotes.GetSign(row.RiskOfBias) is { Length: > 0 } sign
            ? [Svg.Circle("ring", x, y, RingRadius), Svg.TextAround("sign", x, y + 4, sign)]
            : [];

    private static (List<(ForestColumn Column, double Left, double Right)> Placed, double End) Place(
        IReadOnlyList<ForestColumn> columns, IReadOnlyList<PoolRow> rows, double start)
    {
        var placed = new List<(ForestColumn Column, double Left, double Right)>();
        var x = start;
        foreach (var (at, column) in columns.Index())
        {
            var isFirstOfSide = column.Side is not null && (at == 0 || columns[at - 1].Side != column.Side);
            if (at > 0)
                x += isFirstOfSide ? GapBetweenSides : column.Side is null ? Gap : GapInSide;
            var widened = isFirstOfSide ? MissingUnder(column.Side!, columns, rows) : 0;
            placed.Add((column, x, x + column.Width(rows) + widened));
            x = placed[^1].Right;
        }

        return (placed, x);
    }

    /// <summary>Returns how much wider the name of a side is than its columns.</summary>
    private static double MissingUnder(string side, IReadOnlyList<ForestColumn> columns, IReadOnlyList<PoolRow> rows)
    {
        var below = columns.Where(column => column.Side == side).ToList();
        return Math.Max(0, PlotText.Width(side, PlotStyle.TextSize, isBold: true) - below.Sum(column => column.Width(rows)) - (GapInSide * (below.Count - 1)));
    }
}
