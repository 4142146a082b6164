using System.Xml.Linq;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.Network;

namespace Evidence.Plots.Network;

/// <summary>A network: treatments on a circle, as large as the number of their people, joined by lines as strong as the number of studies.</summary>
public static class NetworkPlot
{
    private const double MaxRadius = 22;
    private const double MinRadius = 6;
    private const double MaxStroke = 9;

    /// <summary>Where along a line its number may stand, the best first.</summary>
    private static readonly double[] Shares = [.5, .35, .65, .25, .75];

    /// <summary>Returns the plot as the bytes of an SVG document.</summary>
    public static byte[] Write(NetworkResult result, string layout) => Svg.Bytes(Draw(result, layout));

    /// <summary>Draws the plot, laid out for a width that a term of <c>plot-layout</c> names.</summary>
    public static XElement Draw(NetworkResult result, string layout)
    {
        var page = layout == Terms.PlotLayout.Narrow ? NetworkPage.Narrow : NetworkPage.Wide;
        var marks = new List<XElement>();
        var y = page.Margin;
        foreach (var line in PlotText.Wrap(Title(result), page.TitleSize, page.Room, isBold: true))
            marks.Add(Svg.Text("title", page.Margin, y += page.LineHeight + 2, line));
        foreach (var line in PlotText.Wrap($"{result.Studies} studies; circles by people, lines by studies, each with its number", page.TextSize, page.Room))
            marks.Add(Svg.Text("muted", page.Margin, y += page.LineHeight + 2, line));
        var centre = (X: page.Width / 2, Y: y + MaxRadius + (3 * page.LineHeight) + page.Radius);
        var places = PlaceTreatments(result, page, centre);
        marks.AddRange(result.Edges.Select(edge => Edge(edge, result, places)));
        marks.AddRange(EdgeCounts(result, places, page));
        marks.AddRange(result.Treatments.Select(treatment => Node(treatment, result, places[treatment.Treatment])));
        marks.AddRange(result.Treatments.Select(treatment => Label(treatment, places[treatment.Treatment], centre, page)));
        y = centre.Y + page.Radius + MaxRadius + page.TextSize + 6 + (2 * page.LineHeight); // below the label of a treatment at the bottom
        y = NetworkTable.Add(marks, result, page, y);
        foreach (var note in RetractionLines.Describe(result.Warnings, result.Rows.Select(row => row.Study)).SelectMany(note => PlotText.Wrap(note, page.TextSize, page.Room)))
            marks.Add(Svg.Text("note", page.Margin, y += page.LineHeight, note));
        return Svg.Document("network", (page.Width, y + page.Margin), $"Network. {Title(result)}", Description(result), [Svg.Group(layout, null, marks)]);
    }

    private static Dictionary<string, (double X, double Y)> PlaceTreatments(NetworkResult result, NetworkPage page, (double X, double Y) centre)
    {
        var names = result.Treatments.Select(treatment => treatment.Treatment).Order(StringComparer.Ordinal).ToList();
        return names.Index().ToDictionary(item => item.Item, item =>
        {
            var angle = (2 * Math.PI * item.Index / names.Count) - (Math.PI / 2);
            return (centre.X + (page.Radius * Math.Cos(angle)), centre.Y + (page.Radius * Math.Sin(angle)));
        });
    }

    private static XElement Edge(NetworkEdge edge, NetworkResult result, Dictionary<string, (double X, double Y)> places)
    {
        var ((x1, y1), (x2, y2)) = (places[edge.Treatment], places[edge.Comparator]);
        var line = Svg.Line("edge", x1, y1, x2, y2);
        line.Add(new XAttribute("stroke-width", NumberFormat.AtMost(Math.Max(1, MaxStroke * edge.Studies / result.Edges.Max(each => each.Studies)), 2)));
        return Svg.Group("comparison", $"{PlotTerms.Node(edge.Treatment)} and {PlotTerms.Node(edge.Comparator)}: {CountStudies(edge.Studies)}", line);
    }

    /// <summary>Draws each number away from the others: lines cross most often in their middle.</summary>
    private static IEnumerable<XElement> EdgeCounts(NetworkResult result, Dictionary<string, (double X, double Y)> places, NetworkPage page)
    {
        var taken = new List<(double X, double Y)>();
        foreach (var edge in result.Edges)
        {
            var (from, to) = (places[edge.Treatment], places[edge.Comparator]);
            var candidates = Shares.Select(share => (X: from.X + ((to.X - from.X) * share), Y: from.Y + ((to.Y - from.Y) * share))).ToList();
            var free = candidates.Where(place => taken.TrueForAll(other => Math.Pow(place.X - other.X, 2) + Math.Pow(place.Y - other.Y, 2) > Math.Pow(2.5 * page.TextSize, 2)));
            var (x, y) = free.FirstOrDefault(candidates[0]);
            taken.Add((x, y));
            yield return Svg.Group("count", null, Svg.Circle("ground", x, y, page.TextSize * .75), Svg.TextAround("strong", x, y + (page.TextSize * .35), $"{edge.Studies}"));
        }
    }

    private static XElement Node(NetworkTreatment treatment, NetworkResult result, (double X, double Y) place)
    {
        // The area, not the radius, is the number; a treatment whose numbers are not reported has the least.
        var most = Math.Max(1, result.Treatments.Max(each => each.People));
        var radius = Math.Max(MinRadius, MaxRadius * Math.Sqrt((double)treatment.People / most));
        return Svg.Group("treatment", $"{PlotTerms.Node(treatment.Treatment)}: {CountStudies(treatment.Studies)}, {treatment.People} people", Svg.Circle("point", place.X, place.Y, radius));
    }

    /// <summary>Draws a label beside the circle, or, at the top, at the bottom and on small screens, above or below it.</summary>
    private static XElement Label(NetworkTreatment treatment, (double X, double Y) place, (double X, double Y) centre, NetworkPage page)
    {
        var (dx, dy) = ((place.X - centre.X) / page.Radius, (place.Y - centre.Y) / page.Radius);
        var label = PlotTerms.Node(treatment.Treatment);
        if (page == NetworkPage.Narrow || Math.Abs(dx) < .3)
        {
            var y = place.Y + (dy < 0 ? -MaxRadius - 6 : MaxRadius + 6 + page.TextSize);
            return Svg.TextAround("strong", place.X, y, PlotText.Fit(label, page.TextSize, 2 * Math.Min(place.X, page.Width - place.X), isBold: true));
        }

        var x = place.X + (Math.Sign(dx) * (MaxRadius + 8));
        var fitted = PlotText.Fit(label, page.TextSize, dx > 0 ? page.Width - page.Margin - x : x - page.Margin, isBold: true);
        var baseline = place.Y + (page.TextSize * .35);
        return dx > 0 ? Svg.Text("strong", x, baseline, fitted) : Svg.TextBefore("strong", x, baseline, fitted);
    }

    private static string Title(NetworkResult result)
    {
        var time = result.Settings.AtHours is { } at ? $" nearest to {NumberFormat.Time(at)}" : "";
        return $"{PlotTerms.Title("domain", result.Settings.Domain)}{time}: {PlotTerms.Label("effect-measure", result.Settings.Measure)}, all treatments compared";
    }

    private static string Description(NetworkResult result)
    {
        var edges = result.Edges.Select(edge => $"{PlotTerms.Node(edge.Treatment)} and {PlotTerms.Node(edge.Comparator)}: {CountStudies(edge.Studies)}");
        var ranks = result.Treatments.Select(treatment => $"{PlotTerms.Node(treatment.Treatment)} {NumberFormat.Fixed(treatment.PScore, 2)}");
        var unit = Measures.IsRatio(result.Settings.Measure) ? "ratios" : "differences";
        return $"{result.Studies} studies of {result.Treatments.Count} treatments, as {unit}. Compared directly: {string.Join("; ", edges)}. P-scores: {string.Join(", ", ranks)}.";
    }

    private static string CountStudies(int studies) => studies == 1 ? "one study" : $"{studies} studies";
}
