using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>A column of text beside the graph of a wide forest plot.</summary>
/// <param name="Head">What stands above it.</param>
/// <param name="Cell">What stands in the row of a study.</param>
internal sealed record ForestColumn(string Head, Func<PoolRow, string> Cell)
{
    /// <summary>What stands in the row of several studies pooled.</summary>
    public Func<IReadOnlyList<PoolRow>, string> Total { get; init; } = _ => "";

    /// <summary>The side that it is about, as a head over several columns.</summary>
    public string? Side { get; init; }

    /// <summary>What else stands in it, in bold at most: what is pooled.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Whether text ends at its right edge, as numbers do.</summary>
    public bool IsNumber { get; init; } = true;

    /// <summary>Maximum width in pixels; longer text is cut.</summary>
    public double MaxWidth { get; init; } = double.MaxValue;

    /// <summary>Returns its width in pixels.</summary>
    public double Width(IReadOnlyList<PoolRow> rows) => Math.Min(MaxWidth, rows.Select(Cell).Select(cell => PlotText.Width(cell, PlotStyle.TextSize))
        .Concat(Others.Append(Total(rows)).Append(Head).Select(text => PlotText.Width(text, PlotStyle.TextSize, isBold: true)))
        .Max());
}
