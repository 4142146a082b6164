using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Changes;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

public sealed partial class ComparePageTests(SharedService<RevisedService> service) : IClassFixture<SharedService<RevisedService>>
{
    [Fact]
    public async Task A_field_that_changed_stands_there_before_and_after_with_reason_and_actor()
    {
        var html = await PageAsync("/compare?from=1&to=2");
        var field = (await service.Client.JsonAsync("/v1/changes?from=1&to=2&subject=field")).GetProperty("data")[0];
        string Of(string member) => field.GetProperty(member).GetString()!;

        Assert.Contains($"<code>{Of("path")}</code>", html, StringComparison.Ordinal);
        Assert.Contains($"<td><code>{Of("old")}</code></td><td><code>{Of("new")}</code></td>", html, StringComparison.Ordinal);
        Assert.Contains($"by <strong>{Of("actor")}</strong>: {Of("reason")}", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=1&to=7")]
    [InlineData("from=1&to=7&subject=effect")]
    [InlineData("from=1&to=5&kind=claim")]
    [InlineData("from=2&to=4&study=fleeting-2026")]
    public async Task The_pages_have_the_changes_of_the_API(string query)
    {
        var records = (await service.Client.JsonAsync($"/v1/changes?{query}&limit=1000")).GetProperty("data").EnumerateArray()
            .Select(row => $"r{row.GetProperty("revision")}-{row.GetProperty("kind")}-{row.GetProperty("record")}").Distinct().ToList();
        var seen = new List<string>();
        for (var address = $"/compare?{query}&limit=25"; address is not null;)
        {
            var html = await service.Client.TextAsync(address);
            seen.AddRange(Record().Matches(html).Select(match => match.Groups["id"].Value));
            address = Next().Match(html) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups["address"].Value) : null;
        }

        Assert.NotEmpty(records);
        Assert.Equal(records, seen.Distinct());
    }

    [Fact]
    public async Task Without_revisions_the_last_two_are_compared()
    {
        var html = await PageAsync("/compare");

        Assert.Contains($"after revision {RevisedService.Newest - 1}, up to revision {RevisedService.Newest}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_that_is_asked_for_says_which_effects_moved_it()
    {
        const string Pool = "from=1&to=2&domain=depression-severity&measure=smd&atHours=24";
        var html = await PageAsync("/compare?" + Pool);
        var moved = (await service.Client.JsonAsync("/v1/meta-analysis/comparison?" + Pool)).GetProperty("moved");

        Assert.NotEqual(0, moved.GetArrayLength());
        var table = html[html.IndexOf("id=\"moved\"", StringComparison.Ordinal)..];
        Assert.All(moved.EnumerateArray(), effect => Assert.Contains($">{effect.GetProperty("label")}</a></th>", table, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pool_without_a_measure_is_refused_with_what_is_missing()
    {
        using var answer = await service.Client.AskAsync("/compare?domain=depression-severity");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<strong>measure</strong> is missing", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await service.Client.TextAsync(address));

    [GeneratedRegex("""<section class="changed" aria-labelledby="(?<id>[^"]+)">""")]
    private static partial Regex Record();

    [GeneratedRegex("""rel="next" href="(?<address>[^"]+)">""")]
    private static partial Regex Next();
}
