using System.Text;
using Evidence.Plots.Drawing;

namespace Evidence.Plots.Tests;

/// <summary>What holds of any plot, whatever it shows.</summary>
internal static class SoundPlot
{
    /// <summary>Titled and described; nothing outside of it; nothing run, loaded or not a number.</summary>
    public static PlotDocument Of(byte[] bytes)
    {
        var drawing = new PlotDocument(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        var (width, height) = drawing.Size;

        Assert.Equal("img", drawing.Root.Attribute("role")!.Value);
        Assert.All(drawing.Root.Elements().Take(2), element => Assert.NotEmpty(element.Value));
        Assert.Equal(1, text.Split("http").Length - 1);
        Assert.DoesNotMatch("<script|onload=|href=|NaN|Infinity", text);
        Assert.All(drawing.Marks, mark =>
        {
            var (left, top, right, bottom) = drawing.Box(mark);
            Assert.True(left >= -.02 && top >= -.02 && right <= width + .02 && bottom <= height + .02, mark.ToString());
        });
        Assert.All(
            drawing.Marks.Where(mark => mark.Name.LocalName != "text"),
            mark => Assert.Contains($".plot .{mark.Attribute("class")!.Value.Split(' ')[0]}", PlotStyle.Css, StringComparison.Ordinal));
        return drawing;
    }
}
