using System.Xml.Linq;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>Draws a meta-analysis as a forest plot: a function of the result alone, so that the same result gives the same bytes.</summary>
public static class ForestPlot
{
    /// <summary>Returns the plot as the bytes of an SVG document.</summary>
    public static byte[] Write(MetaAnalysisResult result, string layout) => Svg.Bytes(Draw(result, layout));

    /// <summary>Draws the plot, laid out for a width that a term of <c>plot-layout</c> names.</summary>
    public static XElement Draw(MetaAnalysisResult result, string layout)
    {
        var (size, marks) = layout == Terms.PlotLayout.Narrow ? NarrowForest.Draw(result) : WideForest.Draw(result);
        return Svg.Document(
            "forest", size, $"Forest plot. {PlotDescription.Title(result)}", PlotDescription.Summary(result), [Svg.Group(layout, null, marks)]);
    }
}
