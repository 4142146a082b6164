using System.Globalization;
using System.Xml.Linq;
using Evidence.Plots.Drawing;

namespace Evidence.Plots.Tests;

/// <summary>A plot as it is read back from its bytes.</summary>
internal sealed class PlotDocument(byte[] bytes)
{
    /// <summary>The root element.</summary>
    public XElement Root { get; } = XDocument.Load(new MemoryStream(bytes)).Root!;

    /// <summary>Width and height by the viewBox.</summary>
    public (double Width, double Height) Size => Root.Attribute("viewBox")!.Value.Split(' ') is var box ? (Parse(box[2]), Parse(box[3])) : default;

    /// <summary>Everything of a class, in the order in which it is drawn.</summary>
    public IReadOnlyList<XElement> Of(string style) =>
        [.. Root.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ').Contains(style) == true)];

    /// <summary>The texts of a class.</summary>
    public IReadOnlyList<string> Texts(string style) => [.. Of(style).Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    /// <summary>All that is written.</summary>
    public string Written => string.Join('\n', Root.Descendants(Svg.Namespace + "text").Select(text => text.Value));

    /// <summary>A number of an element.</summary>
    public static double Number(XElement element, string name) => Parse(element.Attribute(name)!.Value);

    /// <summary>The corners of a shape.</summary>
    public static IReadOnlyList<(double X, double Y)> Corners(XElement shape) =>
        [.. shape.Attribute("points")!.Value.Split(' ').Select(point => point.Split(',')).Select(point => (Parse(point[0]), Parse(point[1])))];

    /// <summary>The value that stands at <paramref name="x"/>, by the numbers along the axis; of a ratio its logarithm.</summary>
    public double ValueAt(double x, bool isRatio)
    {
        var ticks = Of("tick").Select(tick => (X: Number(tick, "x"), Value: Parse(tick.Value.Replace('−', '-')))).ToList();
        var (from, to) = (ticks.MinBy(tick => tick.X), ticks.MaxBy(tick => tick.X));
        var (low, high) = isRatio ? (Math.Log(from.Value), Math.Log(to.Value)) : (from.Value, to.Value);
        return low + ((x - from.X) / (to.X - from.X) * (high - low));
    }

    /// <summary>The box that an element takes, of text by the widths that layouts count with.</summary>
    public (double Left, double Top, double Right, double Bottom) Box(XElement element)
    {
        double At(string name) => Number(element, name);
        switch (element.Name.LocalName)
        {
            case "rect":
                return (At("x"), At("y"), At("x") + At("width"), At("y") + At("height"));
            case "circle":
                return (At("cx") - At("r"), At("cy") - At("r"), At("cx") + At("r"), At("cy") + At("r"));
            case "line":
                return (Math.Min(At("x1"), At("x2")), Math.Min(At("y1"), At("y2")), Math.Max(At("x1"), At("x2")), Math.Max(At("y1"), At("y2")));
            case "polygon" or "polyline":
                var corners = Corners(element);
                return (corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
            case "text":
                var (size, isBold) = FontOf(element);
                var width = PlotText.Width(element.Value, size, isBold);
                var left = element.Attribute("text-anchor")?.Value switch { "end" => At("x") - width, "middle" => At("x") - (width / 2), _ => At("x") };
                return (left, At("y") - (0.75 * size), left + width, At("y") + (0.25 * size));
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element.Name, "No mark.");
        }
    }

    /// <summary>Everything that is drawn.</summary>
    public IEnumerable<XElement> Marks =>
        Root.Descendants().Where(element => element.Name.LocalName is "rect" or "circle" or "line" or "polygon" or "polyline" or "text");

    private (double Size, bool IsBold) FontOf(XElement text)
    {
        var isNarrow = Of("narrow").Count > 0;
        return text.Attribute("class")!.Value switch
        {
            "title" => (isNarrow ? PlotStyle.SmallTitleSize : PlotStyle.TitleSize, true),
            "strong" => (isNarrow ? PlotStyle.SmallTextSize : PlotStyle.TextSize, true),
            _ => (isNarrow ? PlotStyle.SmallTextSize : PlotStyle.TextSize, false),
        };
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
