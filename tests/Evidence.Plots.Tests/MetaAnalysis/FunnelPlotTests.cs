using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;

namespace Evidence.Plots.Tests.MetaAnalysis;

public sealed class FunnelPlotTests
{
    public static TheoryData<string, string> Layouts => PlotCases.InEachLayout();

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_study_is_a_point_at_its_effect_and_its_standard_error(string answer, string layout)
    {
        var (result, drawing) = (PlotCases.All[answer], new PlotDocument(FunnelPlot.Write(PlotCases.All[answer], layout)));
        var isRatio = result.Settings.Measure is "rr" or "or";
        var points = drawing.Of("effect").SelectMany(group => group.Elements(Svg.Namespace + "circle")).Where(point => point.Attribute("class")!.Value == "point").ToList();
        var perPixel = drawing.ValueAt(101, isRatio) - drawing.ValueAt(100, isRatio);

        Assert.Equal(result.Rows.Count, points.Count);
        Assert.All(result.Rows.Zip(points), pair => Assert.Equal(pair.First.Yi, drawing.ValueAt(PlotDocument.Number(pair.Second, "cx"), isRatio), perPixel));
        Assert.All(result.Rows.Zip(points), pair =>
            Assert.Equal(Math.Sqrt(pair.First.Vi) / LargestError(drawing), (PlotDocument.Number(pair.Second, "cy") - Frame(drawing).Top) / Frame(drawing).Height, 0.01));
    }

    [Fact]
    public void Effects_that_trim_and_fill_adds_are_open_circles_and_are_counted()
    {
        var drawing = new PlotDocument(FunnelPlot.Write(PlotCases.All["a filled funnel"], "wide"));
        var added = drawing.Of("effect").SelectMany(group => group.Elements(Svg.Namespace + "circle")).Where(point => point.Attribute("class")!.Value == "filled").ToList();

        Assert.Equal([-0.9, -1.1], added.Select(point => Math.Round(drawing.ValueAt(PlotDocument.Number(point, "cx"), isRatio: true), 1)));
        Assert.Contains("Trim and fill adds 2 on the left; with them the pool would be 1.35 [1.11, 1.65].", drawing.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(new PlotDocument(FunnelPlot.Write(PlotCases.All["sixty studies"], "wide")).Of("filled"), _ => true);
    }

    [Fact]
    public void Regions_of_significance_are_around_no_effect_and_not_around_the_pooled_one()
    {
        var drawing = new PlotDocument(FunnelPlot.Write(PlotCases.All["a filled funnel"], "wide"));
        var contours = drawing.Of("swatch").Where(shape => shape.Name.LocalName == "polygon").ToList();

        Assert.Equal(["below-5 swatch", "below-10 swatch", "ground swatch"], contours.Select(contour => contour.Attribute("class")!.Value));
        Assert.All(contours, contour => Assert.Equal(PlotDocument.Number(drawing.Of("null")[0], "x1"), PlotDocument.Corners(contour)[0].X));
        Assert.NotEqual(PlotDocument.Number(drawing.Of("null")[0], "x1"), PlotDocument.Number(drawing.Of("pooled")[0], "x1"));
        foreach (var (contour, critical) in contours.Zip([2.5758, 1.9600, 1.6449]))
        {
            var (x, y) = PlotDocument.Corners(contour)[1];
            var error = (y - Frame(drawing).Top) / Frame(drawing).Height * LargestError(drawing);
            Assert.Equal(critical, drawing.ValueAt(x, isRatio: true) / error, 0.02);
        }
    }

    [Fact]
    public void The_limits_are_those_of_the_pooled_effect()
    {
        var (result, drawing) = (PlotCases.All["a filled funnel"], new PlotDocument(FunnelPlot.Write(PlotCases.All["a filled funnel"], "wide")));
        var corners = PlotDocument.Corners(drawing.Of("limits")[0]);

        Assert.Equal(result.Estimate.Estimate, drawing.ValueAt(corners[1].X, isRatio: true), 0.02);
        Assert.Equal(result.Estimate.Estimate - (1.96 * LargestError(drawing)), drawing.ValueAt(corners[0].X, isRatio: true), 0.03);
        Assert.Equal(result.Estimate.Estimate + (1.96 * LargestError(drawing)), drawing.ValueAt(corners[2].X, isRatio: true), 0.03);
    }

    [Theory]
    [InlineData("two studies of a difference", true)]
    [InlineData("a filled funnel", false)]
    public void Below_ten_effects_it_says_that_asymmetry_may_be_chance(string answer, bool isSaid) =>
        Assert.Equal(isSaid, new PlotDocument(FunnelPlot.Write(PlotCases.All[answer], "wide")).Written.Contains("asymmetry cannot be told from chance", StringComparison.Ordinal));

    private static (double Top, double Height) Frame(PlotDocument drawing) =>
        (PlotDocument.Number(drawing.Of("frame")[0], "y"), PlotDocument.Number(drawing.Of("frame")[0], "height"));

    /// <summary>The standard error at the lower edge, by the numbers along the axis.</summary>
    private static double LargestError(PlotDocument drawing)
    {
        var last = drawing.Of("error-tick").MaxBy(tick => PlotDocument.Number(tick, "y"))!;
        var (top, height) = Frame(drawing);
        return double.Parse(last.Value, System.Globalization.CultureInfo.InvariantCulture) * height / (PlotDocument.Number(last, "y") - 4 - top);
    }
}
