using Evidence.Plots.Drawing;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>The measures of a funnel plot's page, in pixels.</summary>
/// <param name="Width">Width of the plot.</param>
/// <param name="Margin">Empty space around.</param>
/// <param name="GraphHeight">Height of the graph.</param>
/// <param name="TextSize">Size of text.</param>
/// <param name="TitleSize">Size of the title.</param>
/// <param name="LineHeight">From one line of text to the next.</param>
/// <param name="LegendColumns">Columns of the legend.</param>
internal sealed record FunnelPage(double Width, double Margin, double GraphHeight, double TextSize, double TitleSize, double LineHeight, int LegendColumns)
{
    /// <summary>Measures for pages and print.</summary>
    public static readonly FunnelPage Wide = new(680, 14, 400, PlotStyle.TextSize, PlotStyle.TitleSize, 16, 2);

    /// <summary>Measures for small screens.</summary>
    public static readonly FunnelPage Narrow = new(320, 8, 270, PlotStyle.SmallTextSize, PlotStyle.SmallTitleSize, 14, 1);

    /// <summary>Width between the margins.</summary>
    public double Room => Width - (2 * Margin);
}
