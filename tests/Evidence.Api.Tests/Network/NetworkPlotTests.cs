using System.Globalization;
using Evidence.Api.Tests.Testing;
using Evidence.Plots.Tests;

namespace Evidence.Api.Tests.Network;

public sealed class NetworkPlotTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    public static TheoryData<string> Selections =>
    [
        "domain=response&measure=or&atHours=672&withinHours=400",
        "domain=response&measure=or&atHours=672&withinHours=400&layout=narrow",
        "domain=depression-severity&measure=smd",
        "domain=depression-severity&measure=smd&layout=narrow&node=intervention-route",
        "domain=depression-severity&measure=md&instrument=madrs&intervention=esketamine&comparator=placebo",
    ];

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task Every_treatment_is_a_circle_by_its_people_and_every_comparison_a_line_by_its_studies(string selection)
    {
        var network = await service.Client.JsonAsync($"/v1/network?{selection.Replace("&layout=narrow", "", StringComparison.Ordinal)}");
        var drawing = SoundPlot.Of(await service.Client.GetByteArrayAsync(new Uri($"/v1/network/graph.svg?{selection}", UriKind.Relative)));
        var people = network.GetProperty("treatments").EnumerateArray().Select(treatment => treatment.GetProperty("people").GetInt32()).ToList();
        var radii = drawing.Of("point").Select(point => PlotDocument.Number(point, "r")).ToList();
        var studies = network.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("studies").GetInt32()).ToList();
        var strokes = drawing.Of("edge").Select(line => PlotDocument.Number(line, "stroke-width")).ToList();

        Assert.Equal(people.Count, radii.Count);
        Assert.All(people.Zip(radii), pair => Assert.Equal(Math.Max(6, radii.Max() * Math.Sqrt((double)pair.First / people.Max())), pair.Second, 0.01));
        Assert.Equal(studies.Count, strokes.Count);
        Assert.All(studies.Zip(strokes), pair => Assert.Equal(Math.Max(1, strokes.Max() * pair.First / studies.Max()), pair.Second, 0.02));
        Assert.Equal(
            studies.Select(count => count.ToString(CultureInfo.InvariantCulture)),
            drawing.Of("count").Select(group => group.Value));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task No_number_of_a_line_lies_on_another_and_every_P_score_is_written(string selection)
    {
        var network = await service.Client.JsonAsync($"/v1/network?{selection.Replace("&layout=narrow", "", StringComparison.Ordinal)}");
        var drawing = SoundPlot.Of(await service.Client.GetByteArrayAsync(new Uri($"/v1/network/graph.svg?{selection}", UriKind.Relative)));
        var counts = drawing.Of("count").Select(group => drawing.Box(group.Elements().Last())).ToList();

        Assert.All(counts.Index(), one => Assert.All(counts.Skip(one.Index + 1), other => Assert.True(
            one.Item.Right < other.Left || other.Right < one.Item.Left || one.Item.Bottom < other.Top || other.Bottom < one.Item.Top)));
        Assert.All(network.GetProperty("treatments").EnumerateArray(), treatment =>
            Assert.Contains(Math.Round(treatment.GetProperty("pScore").GetDouble(), 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture), drawing.Written, StringComparison.Ordinal));
    }
}
