using System.Globalization;
using System.Text.RegularExpressions;
using Evidence.Plots.Drawing;

namespace Evidence.Plots.Tests.Drawing;

/// <summary>The contrast of what is drawn with what it is drawn on, by the formula of WCAG 2.2.</summary>
public sealed partial class PlotStyleTests
{
    private const double OfText = 4.5, OfMarks = 3;

    private static readonly string[] Regions = ["below-1", "below-5", "below-10"];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("print")]
    public void Text_and_marks_stand_out_from_their_ground(string theme)
    {
        var ground = Colour(theme, "ground", "fill");

        Assert.All(new[] { Colour(theme, "text", "fill"), Colour(theme, "muted", "fill") }, text => Assert.InRange(Contrast(text, ground), OfText, 21));
        Assert.All(
            new[]
            {
                ("axis", "stroke"), ("null", "stroke"), ("interval", "stroke"), ("pooled", "stroke"), ("limits", "stroke"), ("diamond", "stroke"),
                ("ring", "stroke"), ("filled", "stroke"), ("square", "fill"), ("edge", "stroke"), ("arrow", "fill"), ("prediction", "fill"), ("point", "fill"),
            },
            mark => Assert.True(Contrast(Colour(theme, mark.Item1, mark.Item2), ground) >= OfMarks, $"{mark.Item1} of {theme}"));
        Assert.All(Regions, region => Assert.All(
            new[] { ("null", "stroke"), ("pooled", "stroke"), ("limits", "stroke"), ("point", "fill"), ("swatch", "stroke") },
            mark => Assert.True(Contrast(Colour(theme, mark.Item1, mark.Item2), Colour(theme, region, "fill")) >= OfMarks, $"{mark.Item1} of {theme} on {region}")));
        Assert.InRange(Contrast(Colour(theme, "interval", "stroke"), Colour(theme, "square", "fill")), OfMarks, 21);
    }

    [Fact]
    public void Paper_is_white_and_its_ink_black()
    {
        Assert.Equal(("#ffffff", "#000000", "#000000"), (Colour("print", "ground", "fill"), Colour("print", "text", "fill"), Colour("print", "muted", "fill")));
    }

    /// <summary>The colour by the last rule that holds in the theme; print stands after the others.</summary>
    private static string Colour(string theme, string style, string property)
    {
        var parts = PlotStyle.Css.Split("@media");
        var rules = theme switch { "light" => parts[0], "dark" => parts[0] + parts[1], _ => parts[0] + parts[2] };
        var selector = style == "text" ? ".plot text" : $".plot .{style}";
        return Rule().Matches(rules)
            .Where(rule => rule.Groups[1].Value.Split(',').Any(one => one.Trim() == selector))
            .Select(rule => Regex.Match(rule.Groups[2].Value, $@"\b{property}: (#[0-9a-f]{{6}})"))
            .Last(match => match.Success).Groups[1].Value;
    }

    private static double Contrast(string first, string second)
    {
        var (light, dark) = (Luminance(first), Luminance(second));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@"(?m)^([^{}@]+)\{([^{}]+)\}")]
    private static partial Regex Rule();
}
