using System.Xml.Linq;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>
/// The effects of a meta-analysis against their standard errors: where small studies with null results are missing, the funnel leans. Regions
/// show what is significant, around no effect (Peters et al. 2008, doi:10.1016/j.jclinepi.2007.11.010): studies that are missing where nothing
/// is significant speak for publication bias, elsewhere for other causes.
/// </summary>
public static class FunnelPlot
{
    private const double Radius = 4.5;

    /// <summary>Below it tests have too little power, and the eye sees patterns in chance.</summary>
    private const int MinToJudge = 10;

    /// <summary>Returns the plot as the bytes of an SVG document.</summary>
    public static byte[] Write(MetaAnalysisResult result, string layout) => Svg.Bytes(Draw(result, layout));

    /// <summary>Draws the plot, laid out for a width that a term of <c>plot-layout</c> names.</summary>
    public static XElement Draw(MetaAnalysisResult result, string layout)
    {
        var page = layout == Terms.PlotLayout.Narrow ? FunnelPage.Narrow : FunnelPage.Wide;
        var marks = new List<XElement>();
        var y = page.Margin;
        foreach (var line in PlotText.Wrap(PlotDescription.Title(result), page.TitleSize, page.Room, isBold: true))
            marks.Add(Svg.Text("title", page.Margin, y += page.LineHeight + 2, line));
        foreach (var line in PlotText.Wrap(PlotDescription.Subtitle(result), page.TextSize, page.Room))
            marks.Add(Svg.Text("muted", page.Margin, y += page.LineHeight + 2, line));

        var text = EffectText.Create(result);
        y += page.LineHeight + 10;
        marks.Add(Svg.Text("label", page.Margin, y, text.IsRatio ? $"Standard error of the log {text.Name.ToLowerInvariant()}" : "Standard error"));
        var axes = FunnelAxes.Create(result, page, y + 8);
        marks.AddRange(axes.Draw(result.Estimate, page));
        marks.AddRange(Points(result, axes, text));
        y = axes.Down.End + page.TextSize + 22;
        marks.Add(Svg.TextAround("label", (axes.Across.Start + axes.Across.End) / 2, y, PlotText.Fit(text.AxisName, page.TextSize, page.Room)));
        y = FunnelLegend.Add(marks, result, page, y + 10);
        foreach (var note in Notes(result, text).SelectMany(note => PlotText.Wrap(note, page.TextSize, page.Room)))
            marks.Add(Svg.Text("note", page.Margin, y += page.LineHeight, note));
        return Svg.Document(
            "funnel",
            (page.Width, y + page.Margin),
            $"Funnel plot. {PlotDescription.Title(result)}",
            $"{PlotDescription.Summary(result)} {string.Join(" ", Notes(result, text))}".TrimEnd(),
            [Svg.Group(layout, null, marks)]);
    }

    private static IEnumerable<XElement> Points(MetaAnalysisResult result, FunnelAxes axes, EffectText text)
    {
        if (result.SmallStudyEffects.TrimAndFill is { } trimmed)
        {
            foreach (var (effect, variance) in trimmed.Filled.Zip(trimmed.FilledVariances))
                yield return Point("filled", $"Filled in: {text.ShortName} {text.Value(effect)}", effect, Math.Sqrt(variance), axes);
        }

        foreach (var row in result.Rows)
            yield return Point("point", PlotDescription.RowInFull(row, text), row.Yi, Math.Sqrt(row.Vi), axes);
    }

    private static XElement Point(string style, string tooltip, double effect, double error, FunnelAxes axes) =>
        Svg.Group("effect", $"{tooltip}; standard error {NumberFormat.TwoDigits(error)}", Svg.Circle(style, axes.Across.At(effect), axes.Down.At(error), Radius));

    private static IEnumerable<string> Notes(MetaAnalysisResult result, EffectText text)
    {
        var found = result.SmallStudyEffects;
        if (result.Effects < MinToJudge)
            yield return $"{result.Effects} effects: below ten, asymmetry cannot be told from chance (Cochrane Handbook 13.3.5.4).";
        else if (found.Egger is { } egger)
        {
            var inRandom = found.EggerRandomEffects is { } random ? $"; in the random-effects model {NumberFormat.P(random.P)}" : "";
            yield return $"Egger's test: {NumberFormat.P(egger.P)}{inRandom}.";
        }

        if (found.TrimAndFill is { Missing: > 0 } trimmed)
        {
            yield return $"Trim and fill adds {trimmed.Missing} on the {(trimmed.IsLeft ? "left" : "right")}; "
                + $"with {(trimmed.Missing == 1 ? "it" : "them")} the pool would be {text.Estimate(trimmed.Estimate)}.";
        }

        foreach (var note in RetractionLines.Describe(result.Warnings, result.Rows.Select(row => row.Study)))
            yield return note;
    }
}
