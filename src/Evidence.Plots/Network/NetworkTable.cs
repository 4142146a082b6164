using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.Network;

namespace Evidence.Plots.Network;

/// <summary>How a network is laid out for a width.</summary>
internal sealed record NetworkPage(double Width, double Radius, double Margin, double TextSize, double TitleSize)
{
    public static NetworkPage Wide { get; } = new(720, 140, 20, PlotStyle.TextSize, PlotStyle.TitleSize);

    public static NetworkPage Narrow { get; } = new(320, 78, 10, PlotStyle.SmallTextSize, PlotStyle.SmallTitleSize);

    public double Room => Width - (2 * Margin);

    public double LineHeight => TextSize + 4;
}

/// <summary>Below the network: each treatment with its P-score, and against what most studies compare with.</summary>
internal static class NetworkTable
{
    /// <summary>Adds the table, and gives where it ends.</summary>
    public static double Add(List<XElement> marks, NetworkResult result, NetworkPage page, double top)
    {
        var reference = result.Treatments.OrderByDescending(treatment => treatment.Studies).ThenBy(treatment => treatment.Treatment, StringComparer.Ordinal)
            .FirstOrDefault(treatment => treatment.Treatment.StartsWith("placebo", StringComparison.Ordinal)) ?? result.Treatments.MaxBy(treatment => treatment.Studies)!;
        var text = new EffectText(result.Settings.Measure, 2, result.Settings.Level);
        var (score, effect) = (page.Margin + (page.Room * .48), page.Width - page.Margin);
        var y = top;
        marks.Add(Svg.Text("strong", page.Margin, y, "Treatment"));
        marks.Add(Svg.TextBefore("strong", score, y, "P-score"));
        marks.Add(Svg.TextBefore("strong", effect, y, PlotText.Fit($"{text.ShortName} vs {PlotTerms.Node(reference.Treatment)} [{result.Settings.Level}% CI]", page.TextSize, page.Room * .5, isBold: true)));
        marks.Add(Svg.Line("rule", page.Margin, y + 5, page.Width - page.Margin, y + 5));
        y += 4;
        foreach (var treatment in result.Treatments)
        {
            y += page.LineHeight + 2;
            var against = result.League.FirstOrDefault(pair => pair.Treatment == treatment.Treatment && pair.Comparator == reference.Treatment);
            marks.Add(Svg.Text("label", page.Margin, y, PlotText.Fit(PlotTerms.Node(treatment.Treatment), page.TextSize, page.Room * .34)));
            marks.Add(Svg.TextBefore("label", score, y, NumberFormat.Fixed(treatment.PScore, 2)));
            marks.Add(Svg.TextBefore("label", effect, y, against is null ? "reference" : text.Estimate(against.Estimate, against.CiLow, against.CiHigh)));
        }

        y += 8;
        foreach (var note in Notes(result).SelectMany(note => PlotText.Wrap(note, page.TextSize, page.Room)))
            marks.Add(Svg.Text("note muted", page.Margin, y += page.LineHeight, note));
        return y;
    }

    private static IEnumerable<string> Notes(NetworkResult result)
    {
        yield return result.TauSquared is { } between
            ? $"Between-study variance τ² = {NumberFormat.TwoDigits(between)}, the same for all comparisons."
            : "No between-study variance is in the model.";
        yield return result.BetweenDesigns is { } test
            ? $"Inconsistency between designs: Q = {NumberFormat.Fixed(test.Q, 2)}, df = {NumberFormat.AtMost(test.DegreesOfFreedom, 0)}, {NumberFormat.P(test.P)}."
            : "The network has no loop: inconsistency cannot show.";
        yield return "A P-score is how certain it is, on average over the others, that a treatment is the better one.";
    }
}
