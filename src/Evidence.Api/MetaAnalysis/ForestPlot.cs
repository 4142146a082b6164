using System.Xml.Linq;
using Evidence.Api.Hosting.Plots;
using Evidence.Api.MetaAnalysis.Plots;

namespace Evidence.Api.MetaAnalysis;

/// <summary>A meta-analysis as a forest plot: a function of the answer alone, so that the same answer gives the same bytes.</summary>
public static class ForestPlot
{
    /// <summary>The plot, as it is sent.</summary>
    public static byte[] Of(MetaAnalysisResult result, string layout) => Svg.Bytes(Draw(result, layout));

    /// <summary>The plot, laid out for a width that a term of <c>plot-layout</c> names.</summary>
    public static XElement Draw(MetaAnalysisResult result, string layout)
    {
        var (size, marks) = layout == "narrow" ? NarrowForest.Draw(result) : WideForest.Draw(result);
        return Svg.Document(
            "forest", size, $"Forest plot. {PlotWords.Title(result)}", PlotWords.Summary(result), [Svg.Group(layout, null, marks)]);
    }
}
