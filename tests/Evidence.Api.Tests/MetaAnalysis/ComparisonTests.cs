using System.Net;
using System.Text.Json;
using Evidence.Api.Tests.Changes;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.MetaAnalysis;

public sealed class ComparisonTests(SharedService<RevisedService> service) : IClassFixture<SharedService<RevisedService>>
{
    private static readonly string[] Lists = ["moved", "decisionsOnlyFrom", "decisionsOnlyTo"];

    private const double Exact = 1e-12;
    private const string Pool = "domain=depression-severity&measure=smd&atHours=24";
    private const string Comparison = "/v1/meta-analysis/comparison?" + Pool;

    [Fact]
    public async Task Each_side_is_the_pool_of_its_revision()
    {
        var comparison = await service.Client.JsonAsync($"{Comparison}&from=1&to=2");
        foreach (var (side, revision) in new[] { ("from", 1), ("to", 2) })
        {
            var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{Pool}&revision={revision}");
            foreach (var member in new[] { "estimate", "heterogeneity", "studies", "effects", "people" })
                Assert.Equal(pool.GetProperty(member).GetRawText(), comparison.GetProperty(side).GetProperty(member).GetRawText());
        }
    }

    [Fact]
    public async Task A_mended_figure_is_the_one_effect_that_moved_and_its_shift_is_the_whole_difference()
    {
        var comparison = await service.Client.JsonAsync($"{Comparison}&from=1&to=2");

        var moved = Assert.Single(comparison.GetProperty("moved").EnumerateArray());
        Assert.Equal((RevisedService.Mended, "changed"), (moved.GetProperty("study").GetString()!, moved.GetProperty("change").GetString()!));
        Assert.NotEqual(moved.GetProperty("viOld").GetDouble(), moved.GetProperty("viNew").GetDouble());
        Assert.NotEqual(moved.GetProperty("weightOld").GetDouble(), moved.GetProperty("weightNew").GetDouble());
        Assert.NotEqual(0, comparison.GetProperty("difference").GetDouble());
        Assert.Equal(comparison.GetProperty("difference").GetDouble(), moved.GetProperty("shift").GetDouble(), Exact);
        var write = Assert.Single(moved.GetProperty("writtenBy").EnumerateArray());
        Assert.Equal((2, "a curator", "for a test", "replaced"), (
            write.GetProperty("revision").GetInt32(), write.GetProperty("actor").GetString()!, write.GetProperty("reason").GetString()!, write.GetProperty("change").GetString()!));
    }

    [Theory]
    [InlineData(2, 3, "entered", "DecisionsOnlyTo")]
    [InlineData(3, 4, "left", "DecisionsOnlyFrom")]
    public async Task A_study_that_comes_or_goes_enters_or_leaves(int from, int to, string change, string decisions)
    {
        var comparison = await service.Client.JsonAsync($"{Comparison}&from={from}&to={to}");

        var moved = Assert.Single(comparison.GetProperty("moved").EnumerateArray());
        Assert.Equal((RevisedService.Fleeting, change), (moved.GetProperty("study").GetString()!, moved.GetProperty("change").GetString()!));
        Assert.Equal(change == "entered", !moved.TryGetProperty("yiOld", out _));
        Assert.Equal(change == "left", !moved.TryGetProperty("yiNew", out _));
        Assert.Equal(comparison.GetProperty("difference").GetDouble(), moved.GetProperty("shift").GetDouble(), Exact);
        Assert.Contains(comparison.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(decisions)).EnumerateArray(), decision =>
            decision.GetProperty("study").GetString() == RevisedService.Fleeting && decision.GetProperty("kind").GetString() == "chosen");
    }

    [Fact]
    public async Task Two_equal_states_differ_in_nothing()
    {
        var comparison = await service.Client.JsonAsync($"{Comparison}&from=2&to=4");

        Assert.Equal(0, comparison.GetProperty("difference").GetDouble());
        Assert.All(Lists, name => Assert.Equal(0, comparison.GetProperty(name).GetArrayLength()));
    }

    [Fact]
    public async Task A_side_that_cannot_be_pooled_says_so_and_two_are_a_422()
    {
        var two = $"{Comparison}&study={RevisedService.Mended},{RevisedService.Fleeting}";
        var comparison = await service.Client.JsonAsync($"{two}&from=2&to=3");
        Assert.StartsWith("One study (", comparison.GetProperty("from").GetProperty("notPooled").GetString(), StringComparison.Ordinal);
        Assert.False(comparison.TryGetProperty("difference", out _));
        Assert.Equal(2, comparison.GetProperty("to").GetProperty("studies").GetInt32());

        using var neither = await service.Client.AskAsync($"{two}&from=1&to=2");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neither.StatusCode);
    }

    [Theory]
    [InlineData("from=1&to=3", HttpStatusCode.OK, true)]
    [InlineData("from=1", HttpStatusCode.OK, false)]
    [InlineData("from=3&to=1", HttpStatusCode.BadRequest, false)]
    [InlineData("to=2", HttpStatusCode.BadRequest, false)]
    [InlineData("from=1&to=99", HttpStatusCode.NotFound, false)]
    [InlineData("from=99", HttpStatusCode.NotFound, false)]
    [InlineData("from=1&revision=2", HttpStatusCode.BadRequest, false)]
    public async Task Revisions_have_to_be_there_and_an_answer_with_both_named_never_changes(string query, HttpStatusCode status, bool isPinned)
    {
        using var response = await service.Client.AskAsync($"{Comparison}&{query}");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(isPinned, response.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal));
        Assert.Equal(status == HttpStatusCode.OK && !isPinned, response.Header("Content-Location")?.EndsWith($"&to={RevisedService.Newest}", StringComparison.Ordinal) ?? false);
    }
}
