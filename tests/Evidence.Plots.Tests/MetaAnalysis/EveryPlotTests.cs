using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;

namespace Evidence.Plots.Tests.MetaAnalysis;

/// <summary>What holds of every plot, also of answers that are hard to draw.</summary>
public sealed partial class EveryPlotTests
{
    private const double Rounding = 0.02;

    /// <summary>Fewest pixels between the ends of two texts in a line.</summary>
    private const double BetweenTexts = 3;

    private static readonly string[] BothPlots = ["forest", "funnel"];

    public static TheoryData<string, string, string> Plots()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var plot in BothPlots)
        {
            foreach (var (answer, layout) in PlotCases.All.Keys.SelectMany(_ => PlotCases.Layouts, (answer, layout) => (answer, layout)))
                data.Add(answer, plot, layout);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Plots))]
    public void It_is_titled_and_described_for_those_who_do_not_see_it(string answer, string plot, string layout)
    {
        var root = Draw(answer, plot, layout).Root;
        var names = root.Attribute("aria-labelledby")!.Value.Split(' ');

        Assert.Equal(Svg.Namespace + "svg", root.Name);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal(names, root.Elements().Take(2).Select(element => element.Attribute("id")!.Value));
        Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.All(root.Elements().Take(2), element => Assert.NotEmpty(element.Value));
        Assert.Equal($"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}", root.Attribute("viewBox")!.Value);
    }

    [Theory]
    [MemberData(nameof(Plots))]
    public void Nothing_is_outside_it(string answer, string plot, string layout)
    {
        var drawing = Draw(answer, plot, layout);
        var (width, height) = drawing.Size;

        Assert.True(drawing.Marks.Count() > 20);
        Assert.All(drawing.Marks, mark =>
        {
            var (left, top, right, bottom) = drawing.Box(mark);
            Assert.True(left >= -Rounding && top >= -Rounding && right <= width + Rounding && bottom <= height + Rounding, mark.ToString());
            Assert.DoesNotMatch(NoNumber(), string.Concat(mark.Attributes().Select(attribute => attribute.Value)));
        });
    }

    [Theory]
    [MemberData(nameof(Plots))]
    public void No_two_texts_of_one_line_touch(string answer, string plot, string layout)
    {
        var drawing = Draw(answer, plot, layout);
        var lines = drawing.Root.Descendants(Svg.Namespace + "text").GroupBy(text => text.Attribute("y")!.Value);

        Assert.All(lines, line =>
        {
            var boxes = line.Select(text => (Text: text, Box: drawing.Box(text))).OrderBy(text => text.Box.Left).ToList();
            Assert.All(boxes.Zip(boxes.Skip(1)), pair => Assert.True(pair.Second.Box.Left >= pair.First.Box.Right + BetweenTexts, $"{pair.First.Text} {pair.Second.Text}"));
        });
    }

    [Theory]
    [MemberData(nameof(Plots))]
    public void It_runs_nothing_and_loads_nothing(string answer, string plot, string layout)
    {
        var drawing = Draw(answer, plot, layout);
        var text = Encoding.UTF8.GetString(Bytes(answer, plot, layout));

        Assert.DoesNotContain(drawing.Root.Descendants(), element => element.Name.LocalName is "script" or "foreignObject" or "image" or "use" or "a");
        Assert.DoesNotContain(drawing.Root.DescendantsAndSelf().Attributes(), attribute =>
            attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "src" or "style");
        Assert.DoesNotMatch("(?i)url\\(|@import", text);
        Assert.Equal(1, text.Split("http").Length - 1);
    }

    [Theory]
    [MemberData(nameof(Plots))]
    public void Every_mark_and_text_has_a_rule_in_the_style_or_the_ordinary_ink(string answer, string plot, string layout)
    {
        var marks = Draw(answer, plot, layout).Marks.Where(mark => mark.Name.LocalName != "text");

        Assert.All(marks, mark => Assert.Contains($".plot .{mark.Attribute("class")!.Value.Split(' ')[0]}", PlotStyle.Css, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plots))]
    public void It_is_the_same_bytes_each_time(string answer, string plot, string layout) =>
        Assert.Equal(Bytes(answer, plot, layout), Bytes(answer, plot, layout));

    [Theory]
    [InlineData("forest")]
    [InlineData("funnel")]
    public void The_narrow_layout_is_320_pixels_wide_and_the_wide_one_at_least_640(string plot)
    {
        Assert.All(PlotCases.All.Keys, answer => Assert.Equal(320, Draw(answer, plot, "narrow").Size.Width));
        Assert.All(PlotCases.All.Keys, answer => Assert.InRange(Draw(answer, plot, "wide").Size.Width, 640, 1100));
    }

    private static PlotDocument Draw(string answer, string plot, string layout) => new(Bytes(answer, plot, layout));

    private static byte[] Bytes(string answer, string plot, string layout) =>
        plot == "forest" ? ForestPlot.Write(PlotCases.All[answer], layout) : FunnelPlot.Write(PlotCases.All[answer], layout);

    [GeneratedRegex("NaN|Infinity|∞")]
    private static partial Regex NoNumber();
}
