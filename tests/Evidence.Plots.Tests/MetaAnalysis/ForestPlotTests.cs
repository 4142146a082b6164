using System.Xml.Linq;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.Tests.MetaAnalysis;

public sealed class ForestPlotTests
{
    /// <summary>Coordinates have two decimals.</summary>
    private const double HalfAPixel = 0.5;

    public static TheoryData<string, string> Layouts => PlotCases.InEachLayout();

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_study_has_a_square_where_the_axis_says_its_effect_is(string answer, string layout)
    {
        var (result, drawing) = (PlotCases.All[answer], Draw(PlotCases.All[answer], layout));
        var isRatio = result.Settings.Measure is "rr" or "or";
        var rows = result.Subgroups is { } groups ? groups.Groups.SelectMany(group => result.Rows.Where(row => row.Group == group.Group)) : result.Rows;
        var squares = drawing.Of("square");
        var perPixel = drawing.ValueAt(101, isRatio) - drawing.ValueAt(100, isRatio);

        Assert.Equal(result.Rows.Count, squares.Count);
        Assert.All(rows.Zip(squares), pair =>
            Assert.Equal(pair.First.Yi, drawing.ValueAt(Middle(pair.Second), isRatio), HalfAPixel * perPixel));
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("narrow")]
    public void The_area_of_a_square_is_its_weight(string layout)
    {
        var squares = Draw(PlotCases.Of("md", "negative", PlotCases.Row("a", -3, 1, 80), PlotCases.Row("b", -1, 2, 20)), layout).Of("square");

        Assert.Equal(4, Area(squares[0]) / Area(squares[1]), 0.1);
    }

    [Theory]
    [InlineData("md", "negative", "ketamine", "placebo")]
    [InlineData("md", "positive", "placebo", "ketamine")]
    [InlineData("rr", "negative", "ketamine", "placebo")]
    [InlineData("rr", "positive", "placebo", "ketamine")]
    public void The_sides_that_effects_favour_follow_from_the_direction_of_the_outcomes(string measure, string benefit, string left, string right)
    {
        var result = PlotCases.Of(measure, benefit, PlotCases.Row("a", -3, 1, 60), PlotCases.Row("b", 1, 2, 40));
        foreach (var layout in PlotCases.Layouts)
        {
            var drawing = Draw(result, layout);
            var none = PlotDocument.Number(drawing.Of("null")[0], "x1");
            string On(Func<double, bool> side) => string.Join(' ', drawing.Of("favours").Where(text => side(PlotDocument.Number(text, "x"))).Select(text => text.Value));

            Assert.Equal(0, drawing.ValueAt(none, measure == "rr"), 0.02);
            Assert.Equal($"← Favours {left}", On(x => x < none));
            Assert.Contains(right, On(x => x > none), StringComparison.Ordinal);
            Assert.DoesNotContain(left, On(x => x > none), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Where_studies_compare_different_things_the_sides_are_called_by_their_part()
    {
        var result = PlotCases.Of("md", "negative", PlotCases.Row("a", -3, 1, 60), PlotCases.Row("b", -1, 2, 40) with { Intervention = "esketamine", Comparator = "ect" });
        var drawing = Draw(result, "wide");

        Assert.Equal(["← Favours first arm", "Favours comparator →"], drawing.Texts("favours"));
        Assert.Contains("esketamine vs ECT", drawing.Texts("label"));
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("narrow")]
    public void An_interval_that_goes_on_beyond_the_axis_ends_in_an_arrowhead_there(string layout)
    {
        var drawing = Draw(PlotCases.All["a tiny study far away"], layout);
        var axis = drawing.Of("axis")[0];
        var tips = drawing.Of("arrow").Select(arrow => PlotDocument.Corners(arrow)[0].X).ToList();

        Assert.NotEmpty(tips);
        Assert.All(tips, tip => Assert.Contains(tip, new[] { PlotDocument.Number(axis, "x1"), PlotDocument.Number(axis, "x2") }));
        Assert.Contains("Arrowheads: the interval goes on beyond the axis.", drawing.Written, StringComparison.Ordinal);
        Assert.DoesNotContain("Arrowheads", Draw(PlotCases.All["sixty studies"], layout).Written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_no_number_can_hold_is_printed_as_a_bound()
    {
        var drawing = Draw(PlotCases.All["two studies whose ratio has no upper limit"], "wide");

        Assert.Contains("2.72 [<0.01, >9999]", drawing.Written, StringComparison.Ordinal);
        Assert.Equal(2, drawing.Of("overall")[0].Elements(Svg.Namespace + "polygon").Count(shape => shape.Attribute("class")!.Value == "arrow"));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void No_text_of_a_row_reaches_into_its_graph(string answer, string layout)
    {
        var drawing = Draw(PlotCases.All[answer], layout);
        string[] rows = ["study", "part", "overall", "further"];

        Assert.All(rows.SelectMany(drawing.Of), row =>
        {
            var texts = row.Elements(Svg.Namespace + "text").Where(text => text.Attribute("class")!.Value != "sign").Select(drawing.Box).ToList();
            var marks = row.Elements().Where(mark => mark.Name.LocalName is "rect" or "polygon" || mark.Attribute("class")?.Value == "interval").Select(drawing.Box).ToList();
            Assert.NotEmpty(texts);
            Assert.NotEmpty(marks);
            Assert.All(texts, text => Assert.DoesNotContain(marks, mark =>
                mark.Left < text.Right && mark.Right > text.Left && mark.Top < text.Bottom && mark.Bottom > text.Top));
        });
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("narrow")]
    public void It_says_what_is_compared_though_all_studies_compare_the_same(string layout) =>
        Assert.Contains("2 studies of ketamine vs placebo", Draw(PlotCases.All["two studies of a difference"], layout).Written.Replace('\n', ' '), StringComparison.Ordinal);

    [Fact]
    public void A_weight_that_is_small_is_not_printed_as_zero()
    {
        var rows = new[] { PlotCases.Row("a", -3, 1, 99.98), PlotCases.Row("b", -1, 2, 0.02) };

        Assert.Contains("<0.1%", Draw(PlotCases.Of("md", "negative", rows), "wide").Texts("figure"));
        Assert.Contains("0.1%", Draw(PlotCases.All["a tiny study far away"], "wide").Texts("figure"));
    }

    [Fact]
    public void What_is_not_reported_is_a_dash_and_never_a_zero()
    {
        var row = Draw(PlotCases.All["figures of both sides"], "wide").Of("study")[1];

        Assert.Equal(["b", "–", "–", "–", "–", "−1.0 [−3.8, 1.8]", "40.0%"], row.Elements(Svg.Namespace + "text").Select(text => text.Value));
    }

    [Fact]
    public void Figures_that_are_zero_are_printed_as_zero()
    {
        var row = Draw(PlotCases.All["events, one of them turned"], "wide").Of("study")[1];

        Assert.Equal(["b†", "0/34", "3/29", "1.49 [0.43, 5.15]", "40.0%", "−"], row.Elements(Svg.Namespace + "text").Select(text => text.Value));
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("narrow")]
    public void Groups_have_their_own_diamonds_and_the_test_of_their_difference(string layout)
    {
        var drawing = Draw(PlotCases.All["groups"], layout);

        Assert.Equal(["Intravenous", "Intranasal"], drawing.Of("head").Select(head => head.Value));
        Assert.Equal(3, drawing.Of("diamond").Count);
        Assert.Equal(2, drawing.Of("part").Count);
        Assert.Contains("Test of subgroup differences: Q = 1.50, df = 1, p = 0.22", drawing.Written, StringComparison.Ordinal);
        Assert.True(PlotDocument.Corners(drawing.Of("diamond")[2])[1].Y > PlotDocument.Corners(drawing.Of("diamond")[1])[1].Y, "the overall diamond is the last");
    }

    [Fact]
    public void What_the_numbers_say_is_written_below()
    {
        var written = Draw(PlotCases.All["sixty studies"], "wide").Written;

        Assert.Contains("Heterogeneity: τ² = 0.060; I² = 76%; Q = 4.20, df = 59, p = 0.040", written, StringComparison.Ordinal);
        Assert.Contains("Test of overall effect: t = 2.10, df = 1, p = 0.040", written, StringComparison.Ordinal);
        Assert.Contains("Model: random effects; τ² by restricted maximum likelihood; 95% confidence interval of the pool: Hartung-Knapp.", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_label_is_cut_and_stands_whole_in_the_tooltip()
    {
        var study = Draw(PlotCases.All["a label that is markup"], "wide").Of("study")[0];

        Assert.StartsWith(PlotCases.Markup[..79] + "\uFFFD: ketamine vs placebo", study.Element(Svg.Namespace + "title")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("…", study.Element(Svg.Namespace + "text")!.Value, StringComparison.Ordinal);
    }

    private static PlotDocument Draw(MetaAnalysisResult result, string layout) => new(ForestPlot.Write(result, layout));

    private static double Middle(XElement square) => PlotDocument.Number(square, "x") + (PlotDocument.Number(square, "width") / 2);

    private static double Area(XElement square) => PlotDocument.Number(square, "width") * PlotDocument.Number(square, "height");
}
