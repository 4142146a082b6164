using Evidence.Api.Tests.Testing;
using Evidence.Plots.Tests;

namespace Evidence.Api.Tests.MetaAnalysis;

/// <summary>The plots of the real catalogue, as they are asked for.</summary>
public sealed class PlotRoutesTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Response = "domain=response&measure=rr&atHours=24&withinHours=12";

    public static TheoryData<string> Selections =>
    [
        "domain=depression-severity&measure=smd&atHours=24",
        Response,
        "domain=depression-severity&measure=md&instrument=madrs&atHours=672&withinHours=100&subgroup=intervention",
        "domain=suicidality&measure=or&layout=narrow",
        "domain=adverse-event&measure=rr&term=dissociation",
        "domain=remission&measure=rd&model=mantel-haenszel",
    ];

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task Every_effect_of_the_pool_is_drawn(string selection)
    {
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{selection.Replace("&layout=narrow", "", StringComparison.Ordinal)}");
        var effects = pool.GetProperty("effects").GetInt32();
        var forest = await DrawAsync($"/v1/meta-analysis/forest.svg?{selection}");
        var funnel = await DrawAsync($"/v1/meta-analysis/funnel.svg?{selection}");

        Assert.Equal(effects, forest.Of("square").Count);
        Assert.Equal(effects, funnel.Of("effect").Count(group => group.Value.Contains("weight", StringComparison.Ordinal)));
        foreach (var drawing in new[] { forest, funnel })
        {
            var (width, height) = drawing.Size;
            Assert.All(drawing.Marks, mark =>
            {
                var (left, top, right, bottom) = drawing.Box(mark);
                Assert.True(left >= 0 && top >= 0 && right <= width && bottom <= height, mark.ToString());
            });
        }
    }

    [Theory]
    [InlineData("forest")]
    [InlineData("funnel")]
    public async Task The_wide_layout_is_the_one_that_is_left_out(string plot)
    {
        var left = await service.Client.TextAsync($"/v1/meta-analysis/{plot}.svg?{Response}");

        Assert.Equal(left, await service.Client.TextAsync($"/v1/meta-analysis/{plot}.svg?{Response}&layout=wide"));
        Assert.Equal(320, (await DrawAsync($"/v1/meta-analysis/{plot}.svg?{Response}&layout=narrow")).Size.Width);
    }

    [Theory]
    [InlineData("forest")]
    [InlineData("funnel")]
    public async Task A_plot_is_asked_for_and_kept_like_any_answer(string plot)
    {
        var address = $"/v1/meta-analysis/{plot}.svg?{Response}";
        using var first = await service.Client.AskAsync(address);
        using var again = await service.Client.AskAsync(address);
        using var head = await service.Client.AskAsync(HttpMethod.Head, address);
        using var kept = await service.Client.AskAsync(address, ("If-None-Match", first.Header("ETag")!));
        using var pinned = await service.Client.AskAsync(address + "&revision=1");

        Assert.Equal("image/svg+xml", first.Header("Content-Type"));
        Assert.Equal("1", first.Header("Catalogue-Revision"));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await pinned.Content.ReadAsByteArrayAsync());
        Assert.Contains("immutable", pinned.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal((200, first.Header("Content-Length"), ""), ((int)head.StatusCode, head.Header("Content-Length"), await head.Content.ReadAsStringAsync()));
        Assert.Equal((304, ""), ((int)kept.StatusCode, await kept.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("domain=response&measure=rr&layout=small", 400, "wide")]
    [InlineData("domain=adverse-event&measure=rr", 400, "Dissociation")]
    [InlineData("domain=response&measure=rr&study=chen-2023", 422, "One study (chen-2023) has an effect")]
    [InlineData("domain=response&measure=rr&revision=99", 404, "Revision 99")]
    public async Task What_cannot_be_drawn_is_refused_as_the_pool_itself_is(string query, int status, string says)
    {
        using var response = await service.Client.AskAsync($"/v1/meta-analysis/forest.svg?{query}");

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Header("Content-Type")));
        Assert.Contains(says, await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<PlotDocument> DrawAsync(string address) => new(await service.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
}
