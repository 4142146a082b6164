using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Evidence.Plots.Drawing;

/// <summary>
/// The elements of a plot. Why XElement and no Razor component: Razor keeps the element <c>text</c> for itself, which in SVG is how anything is
/// written, and XElement escapes any text of a label.
/// </summary>
public static class Svg
{
    /// <summary>The namespace of SVG; the only address in a plot.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>Draws a whole plot, titled and described for those who do not see it.</summary>
    /// <param name="name">Name of the plot; identifiers begin with it, so that two plots can stand in one page.</param>
    /// <param name="size">Width and height, in pixels.</param>
    /// <param name="title">What the plot shows.</param>
    /// <param name="description">What it says, in sentences.</param>
    /// <param name="marks">What is drawn, the lowest first.</param>
    public static XElement Document(string name, (double Width, double Height) size, string title, string description, IEnumerable<XElement> marks) => new(
        Namespace + "svg",
        new XAttribute("viewBox", $"0 0 {Number(size.Width)} {Number(size.Height)}"),
        At("width", size.Width),
        At("height", size.Height),
        new XAttribute("role", "img"),
        new XAttribute("aria-labelledby", $"{name}-title {name}-description"),
        new XAttribute("class", "plot"),
        new XElement(Namespace + "title", new XAttribute("id", $"{name}-title"), Clean(title)),
        new XElement(Namespace + "desc", new XAttribute("id", $"{name}-description"), Clean(description)),
        new XElement(Namespace + "style", PlotStyle.Css),
        Rectangle("ground", 0, 0, size.Width, size.Height),
        marks);

    /// <summary>Returns the plot as UTF-8: the same bytes for the same plot.</summary>
    public static byte[] Bytes(XElement plot)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "", NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(bytes, settings))
            new XDocument(plot).Save(writer);
        return bytes.ToArray();
    }

    /// <summary>Draws marks that belong together; a pointer that rests on them shows the tooltip.</summary>
    public static XElement Group(string style, string? tooltip, params IEnumerable<XElement> marks) => new(
        Namespace + "g", new XAttribute("class", style), tooltip is null ? null : new XElement(Namespace + "title", Clean(tooltip)), marks);

    /// <summary>Draws a line of text on its baseline; <c>x</c> is where it begins.</summary>
    public static XElement Text(string style, double x, double y, string text) =>
        new(Namespace + "text", new XAttribute("class", style), At("x", x), At("y", y), Clean(text));

    /// <summary>Draws a line of text whose end is at <c>x</c>.</summary>
    public static XElement TextBefore(string style, double x, double y, string text) => Anchored(Text(style, x, y, text), "end");

    /// <summary>Draws a line of text whose middle is at <c>x</c>.</summary>
    public static XElement TextAround(string style, double x, double y, string text) => Anchored(Text(style, x, y, text), "middle");

    /// <summary>Draws a straight line.</summary>
    public static XElement Line(string style, double x1, double y1, double x2, double y2) =>
        new(Namespace + "line", new XAttribute("class", style), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    /// <summary>Draws a rectangle by its upper left corner.</summary>
    public static XElement Rectangle(string style, double x, double y, double width, double height) =>
        new(Namespace + "rect", new XAttribute("class", style), At("x", x), At("y", y), At("width", width), At("height", height));

    /// <summary>Draws a circle by its centre.</summary>
    public static XElement Circle(string style, double x, double y, double radius) =>
        new(Namespace + "circle", new XAttribute("class", style), At("cx", x), At("cy", y), At("r", radius));

    /// <summary>Draws a closed shape.</summary>
    public static XElement Polygon(string style, params IEnumerable<(double X, double Y)> corners) => Shape("polygon", style, corners);

    /// <summary>Draws a line through several points.</summary>
    public static XElement Polyline(string style, params IEnumerable<(double X, double Y)> points) => Shape("polyline", style, points);

    private static XElement Shape(string element, string style, IEnumerable<(double X, double Y)> points) => new(
        Namespace + element,
        new XAttribute("class", style),
        new XAttribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))));

    private static XElement Anchored(XElement text, string anchor)
    {
        text.Add(new XAttribute("text-anchor", anchor));
        return text;
    }

    private static XAttribute At(string name, double value) => new(name, Number(value));

    /// <summary>Formats a coordinate: hundredths of a pixel are finer than any screen; a minus zero is a zero.</summary>
    private static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Returns the text without the characters that XML cannot have.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD"));
}
