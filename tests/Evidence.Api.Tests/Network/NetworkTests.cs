using System.Net;
using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Network;

[Trait("Lane", "fast")]
public sealed class NetworkTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Response = "domain=response&measure=or&atHours=672&withinHours=400";

    [Fact]
    public async Task A_network_of_two_treatments_is_the_meta_analysis_of_the_pair()
    {
        const string Pair = "domain=depression-severity&measure=md&instrument=madrs&atHours=672&intervention=esketamine&comparator=placebo";
        var network = await service.Client.JsonAsync($"/v1/network?{Pair}");
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{Pair}&interval=wald");
        var league = Row(network, "esketamine", "placebo");

        Assert.Equal(2, network.GetProperty("treatments").GetArrayLength());
        foreach (var member in new[] { "estimate", "standardError", "ciLow", "ciHigh", "p" })
            Assert.Equal(pool.GetProperty("estimate").GetProperty(member).GetDouble(), league.GetProperty(member).GetDouble(), 1e-6);
        Assert.Equal(pool.GetProperty("heterogeneity").GetProperty("tauSquared").GetDouble(), network.GetProperty("tauSquared").GetDouble(), 1e-6);
        Assert.Equal(pool.GetProperty("heterogeneity").GetProperty("q").GetDouble(), network.GetProperty("total").GetProperty("q").GetDouble(), 1e-8);
    }

    [Fact]
    public async Task The_league_is_the_same_seen_from_either_side()
    {
        var network = await service.Client.JsonAsync($"/v1/network?{Response}");
        var treatments = network.GetProperty("treatments").EnumerateArray().Select(treatment => treatment.GetProperty("treatment").GetString()!).ToList();
        var league = network.GetProperty("league").EnumerateArray().ToList();

        Assert.True(treatments.Count > 3);
        Assert.Equal(treatments.Count * (treatments.Count - 1), league.Count);
        Assert.All(league, row =>
        {
            var turned = Row(network, row.GetProperty("comparator").GetString()!, row.GetProperty("treatment").GetString()!);
            Assert.Equal(row.GetProperty("estimate").GetDouble(), -turned.GetProperty("estimate").GetDouble(), 1e-12);
            Assert.Equal(row.GetProperty("directStudies").GetInt32(), turned.GetProperty("directStudies").GetInt32());
            Assert.Equal(Math.Exp(row.GetProperty("estimate").GetDouble()), row.GetProperty("ratio").GetProperty("estimate").GetDouble(), 1e-9);
        });
    }

    [Fact]
    public async Task Of_an_edge_with_direct_evidence_alone_the_league_has_the_pool_of_its_studies_and_of_none_the_chain()
    {
        // No loop: ketamine against placebo and esketamine against placebo each rest on their own studies; the two together give the third.
        var network = await service.Client.JsonAsync($"/v1/network?{Response}&model=common");
        double Of(string one, string other) => Row(network, one, other).GetProperty("estimate").GetDouble();

        Assert.Equal(0, Row(network, "ketamine", "esketamine").GetProperty("directStudies").GetInt32());
        Assert.Equal(Of("ketamine", "placebo") - Of("esketamine", "placebo"), Of("ketamine", "esketamine"), 1e-9);
        Assert.False(network.TryGetProperty("tauSquared", out _));
        Assert.False(network.TryGetProperty("betweenDesigns", out _));
    }

    [Fact]
    public async Task Saline_counts_as_placebo()
    {
        var network = await service.Client.JsonAsync($"/v1/network?{Response}");

        Assert.DoesNotContain(network.GetProperty("treatments").EnumerateArray(), treatment => treatment.GetProperty("treatment").GetString() == "saline");
        Assert.Contains(network.GetProperty("rows").EnumerateArray(), row =>
            row.GetProperty("study").GetString() == "lii-2023" && row.GetProperty("comparator").GetString() == "placebo");
    }

    [Fact]
    public async Task What_no_chain_connects_is_left_out_by_a_decision()
    {
        var network = await service.Client.JsonAsync("/v1/network?domain=depression-severity&measure=smd&node=intervention-route&atHours=24");
        var decisions = network.GetProperty("decisions").EnumerateArray().ToList();
        var inside = network.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("study").GetString()).ToList();
        var outside = decisions.Where(decision => decision.GetProperty("reason").GetString() == "not-connected")
            .Select(decision => decision.GetProperty("study").GetString()).ToList();
        var chosen = decisions.Where(decision => decision.GetProperty("kind").GetString() == "chosen").Select(decision => decision.GetProperty("study").GetString());

        Assert.NotEmpty(outside);
        Assert.Empty(inside.Intersect(outside));
        Assert.Equal(inside.Order(), chosen.Order());
    }

    [Fact]
    public async Task The_ranking_follows_benefit()
    {
        var network = await service.Client.JsonAsync($"/v1/network?{Response}");
        var scores = network.GetProperty("treatments").EnumerateArray().Select(treatment => treatment.GetProperty("pScore").GetDouble()).ToList();
        var best = network.GetProperty("treatments")[0].GetProperty("treatment").GetString()!;

        Assert.Equal("positive", network.GetProperty("settings").GetProperty("benefit").GetString());
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.True(Row(network, best, "placebo").GetProperty("estimate").GetDouble() > 0);
    }

    [Theory]
    [InlineData($"{Response}&model=peto", HttpStatusCode.BadRequest, "model")]
    [InlineData($"{Response}&model=mantel-haenszel", HttpStatusCode.BadRequest, "model")]
    [InlineData($"{Response}&tau2=dl", HttpStatusCode.BadRequest, "tau2")]
    [InlineData($"{Response}&node=dose", HttpStatusCode.BadRequest, "node")]
    [InlineData("domain=depression-severity&measure=md", HttpStatusCode.BadRequest, "instrument")]
    [InlineData($"{Response}&study=anand-2023", HttpStatusCode.UnprocessableEntity, null)]
    public async Task A_senseless_question_is_refused(string query, HttpStatusCode status, string? parameter)
    {
        using var response = await service.Client.AskAsync($"/v1/network?{query}");
        var problem = await response.JsonAsync();

        Assert.Equal(status, response.StatusCode);
        if (parameter is not null)
            Assert.Equal(parameter, problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    private static JsonElement Row(JsonElement network, string treatment, string comparator) =>
        network.GetProperty("league").EnumerateArray().Single(row =>
            row.GetProperty("treatment").GetString() == treatment && row.GetProperty("comparator").GetString() == comparator);
}
