using Evidence.Api.Tests.Testing;
using Evidence.Plots.Tests;

namespace Evidence.Api.Tests.TimeCourse;

public sealed class TimeCoursePlotTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Severity = "domain=depression-severity&measure=md&instrument=madrs";

    public static TheoryData<string> Selections =>
    [
        Severity,
        Severity + "&layout=narrow",
        "domain=response&measure=rr",
        "domain=suicidality&measure=or&layout=narrow",
        "domain=adverse-event&term=dissociation&measure=rd",
        Severity + "&study=daly-2018&windows=0,3", // One study at one time.
    ];

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task Every_window_and_every_effect_is_drawn_where_it_belongs(string selection)
    {
        var course = await service.Client.JsonAsync($"/v1/time-course?{selection.Replace("&layout=narrow", "", StringComparison.Ordinal)}");
        var drawing = await DrawAsync(selection);
        var pooled = course.GetProperty("windows").EnumerateArray().Where(window => window.TryGetProperty("estimate", out _)).ToList();
        var points = drawing.Of("window").SelectMany(group => group.Elements()).Where(mark => mark.Name.LocalName == "circle").ToList();

        Assert.Equal(pooled.Count, points.Count);
        Assert.Equal(course.GetProperty("windows").EnumerateArray().Sum(window => window.GetProperty("rows").GetArrayLength()), drawing.Of("ring").Count);
        Assert.Equal(
            pooled.Select(window => window.GetProperty("studies").GetInt32() > 1 ? "point" : "filled"),
            points.Select(point => point.Attribute("class")!.Value));
        // Later windows stand further right, and lower effects lower.
        Assert.Equal(points.Select(X).Order(), points.Select(X));
        Assert.Equal(
            pooled.Select(window => window.GetProperty("estimate").GetProperty("estimate").GetDouble()).Index().OrderBy(item => item.Item).Select(item => item.Index),
            points.Select(point => -PlotDocument.Number(point, "cy")).Index().OrderBy(item => item.Item).Select(item => item.Index));
    }

    [Theory]
    [InlineData(Severity, "↑ favours comparator", "↓ favours first arm")]
    [InlineData("domain=response&measure=rr", "↑ favours first arm", "↓ favours comparator")]
    [InlineData(Severity + "&intervention=esketamine&comparator=placebo", "↑ favours placebo", "↓ favours esketamine")]
    public async Task The_sides_are_named_by_the_direction_of_the_outcome(string selection, string above, string below)
    {
        var drawing = await DrawAsync(selection);

        Assert.Contains(above, drawing.Written, StringComparison.Ordinal);
        Assert.Contains(below, drawing.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interval_that_goes_on_ends_in_an_arrow_and_one_that_ends_has_none()
    {
        var drawing = await DrawAsync("domain=suicidality&measure=or&comparator=placebo,saline,midazolam");
        var frame = drawing.Of("frame")[0];
        var (top, bottom) = (PlotDocument.Number(frame, "y"), PlotDocument.Number(frame, "y") + PlotDocument.Number(frame, "height"));
        var clipped = drawing.Of("window").SelectMany(group => group.Elements()).Where(mark => mark.Attribute("class")?.Value == "interval")
            .Sum(line => (PlotDocument.Number(line, "y1") >= bottom - .01 ? 1 : 0) + (PlotDocument.Number(line, "y2") <= top + .01 ? 1 : 0));

        Assert.NotEqual(0, clipped);
        Assert.Equal(clipped, drawing.Of("arrow").Count);
    }

    [Fact]
    public async Task The_narrow_layout_is_320_pixels_wide() =>
        Assert.Equal((760, 320), ((await DrawAsync(Severity)).Size.Width, (await DrawAsync(Severity + "&layout=narrow")).Size.Width));

    private static double X(System.Xml.Linq.XElement point) => PlotDocument.Number(point, "cx");

    private async Task<PlotDocument> DrawAsync(string selection) =>
        SoundPlot.Of(await service.Client.GetByteArrayAsync(new Uri($"/v1/time-course/curve.svg?{selection}", UriKind.Relative)));
}
