using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Lists;

namespace Evidence.Api.Tests.Http;

[Trait("Lane", "fast")]
public sealed class BadInputTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Pages = "/v1/studies?limit=1";

    /// <summary>Address, status, problem, parameter that is named, one of the values that are said to be allowed, the suggestion.</summary>
    public static TheoryData<string, int, string, string?, string?, string?> Refused => new()
    {
        // Names of parameters.
        { "/v1/studies?Design=randomized-parallel", 400, "unknown-parameter", "Design", "design", "design" }, // Names are told apart by case.
        { "/v1/studies?desing=randomized-parallel", 400, "unknown-parameter", "desing", "design", "design" },
        { "/v1/studies?page=2", 400, "unknown-parameter", "page", "cursor", null },
        { "/v1/studies?bogus", 400, "unknown-parameter", "bogus", "q", null },
        { "/v1/studies?=x", 400, "unknown-parameter", "", null, null },
        { "/v1/studies?%ff=x", 400, "unknown-parameter", "", null, null },
        { "/v1/studies?%00=x", 400, "unknown-parameter", "\0", "q", null },
        { "/v1/studies?{x*3000}=1", 400, "unknown-parameter", "{x*100}…", "q", null }, // A long name is not sent back whole.
        { "/v1/facets?limit=1", 400, "unknown-parameter", "limit", "q", null },
        { "/v1/studies/zarate-2006?q=x", 400, "unknown-parameter", "q", "revision", null },
        { "/v1/studies/no-such/revisions?bogus=1", 400, "unknown-parameter", "bogus", "sort", null }, // Before the study is looked for.
        { "/v1/lookup?ids=NCT00088699", 400, "invalid-parameter", "ids", "id", "id" }, // And id is missing besides.
        { "/v1/lookup", 400, "invalid-parameter", "id", null, null },

        // Terms.
        { "/v1/studies?design=Randomized-Parallel", 400, "invalid-parameter", "design", "randomized-parallel", "randomized-parallel" },
        { "/v1/studies?design=randomised", 400, "invalid-parameter", "design", "single-arm", "randomized-parallel" },
        { "/v1/studies?design=", 400, "invalid-parameter", "design", "single-arm", null },
        { "/v1/studies?design", 400, "invalid-parameter", "design", "single-arm", null },
        { "/v1/studies?design=,", 400, "invalid-parameter", "design", "single-arm", null },
        { "/v1/studies?design=single-arm,", 400, "invalid-parameter", "design", "single-arm", null },
        { "/v1/studies?design=single-arm;cohort", 400, "invalid-parameter", "design", "cohort", null }, // Commas join, nothing else.
        { "/v1/studies?excludeDesign=bogus", 400, "invalid-parameter", "excludeDesign", "single-arm", null },
        { "/v1/studies?country=us", 400, "invalid-parameter", "country", "US", "US" },
        { "/v1/studies?country=UK", 400, "invalid-parameter", "country", "GB", null }, // No suggestion is better than CK.
        { "/v1/studies?treatmentResistant=yes", 400, "invalid-parameter", "treatmentResistant", "true", null },
        { "/v1/studies?treatmentResistant=TRUE", 400, "invalid-parameter", "treatmentResistant", "true", null },
        { "/v1/studies?treatmentResistant=1", 400, "invalid-parameter", "treatmentResistant", "false", null },
        { "/v1/claims?topic=x", 400, "invalid-parameter", "topic", "onset", null },
        { "/v1/onset.csv?definition=x", 400, "invalid-parameter", "definition", "first-significant-separation", null },
        { "/v1/risk-of-bias.csv?tool=rob", 400, "invalid-parameter", "tool", "rob-1", null },

        // Numbers.
        { "/v1/studies?limit=0", 400, "invalid-parameter", "limit", null, null },
        { "/v1/studies?limit=-1", 400, "invalid-parameter", "limit", null, null },
        { "/v1/studies?limit=1001", 400, "invalid-parameter", "limit", null, null }, // Never quietly lowered.
        { "/v1/studies?limit=1e3", 400, "invalid-parameter", "limit", null, null },
        { "/v1/studies?limit=1.0", 400, "invalid-parameter", "limit", null, null },
        { "/v1/studies?limit=+5", 400, "invalid-parameter", "limit", null, null }, // A plus in a query is a space.
        { "/v1/studies?limit=%D9%A1", 400, "invalid-parameter", "limit", null, null }, // An Arabic one.
        { "/v1/studies?limit=99999999999999999999", 400, "invalid-parameter", "limit", null, null },
        { "/v1/studies?limit=1&limit=1", 400, "invalid-parameter", "limit", null, null },
        { "/v1/studies.csv?limit=0", 400, "invalid-parameter", "limit", null, null },
        { "/v1/studies?yearMin=-5", 400, "invalid-parameter", "yearMin", null, null },
        { "/v1/studies?yearMin=2020&yearMax=2010", 400, "invalid-parameter", "yearMin", null, null },
        { "/v1/studies?enrolledMin=9&enrolledMax=8", 400, "invalid-parameter", "enrolledMin", null, null },
        { "/v1/outcomes?timeHoursMin=2&timeHoursMax=1.5", 400, "invalid-parameter", "timeHoursMin", null, null },
        { "/v1/studies?timeHoursMin=NaN", 400, "invalid-parameter", "timeHoursMin", null, null },
        { "/v1/studies?timeHoursMin=Infinity", 400, "invalid-parameter", "timeHoursMin", null, null },
        { "/v1/studies?timeHoursMin=1e5", 400, "invalid-parameter", "timeHoursMin", null, null },
        { "/v1/studies?timeHoursMin=1,5", 400, "invalid-parameter", "timeHoursMin", null, null }, // A comma is no decimal point.
        { "/v1/studies?timeHoursMin={9*400}", 400, "invalid-parameter", "timeHoursMin", null, null },
        { "/v1/studies?doseMin=1", 400, "invalid-parameter", "doseMin", "mg/kg", null },
        { "/v1/studies?doseMax=1&doseUnit=mg,mg%2Fkg", 400, "invalid-parameter", "doseMax", "mg/kg", null }, // Two units cannot be compared.
        { "/v1/studies?doseMin=2&doseMax=1&doseUnit=mg", 400, "invalid-parameter", "doseMin", null, null },

        // Texts.
        { "/v1/studies?q=", 400, "invalid-parameter", "q", null, null },
        { "/v1/studies?q=%20", 400, "invalid-parameter", "q", null, null },
        { "/v1/studies?q=a&q=b", 400, "invalid-parameter", "q", null, null },
        { "/v1/studies?q=%00", 400, "invalid-parameter", "q", null, null },
        { "/v1/studies?q=a%0Ab", 400, "invalid-parameter", "q", null, null },
        { "/v1/studies?q=%ff", 400, "invalid-parameter", "q", null, null },
        { "/v1/studies?q=%C3", 400, "invalid-parameter", "q", null, null }, // A character that is cut.
        { "/v1/studies?q=%C0%80", 400, "invalid-parameter", "q", null, null }, // NUL in two bytes.
        { "/v1/studies?q=%ED%A0%80", 400, "invalid-parameter", "q", null, null }, // A lone surrogate.
        { "/v1/studies?q={x*501}", 400, "invalid-parameter", "q", null, null },
        { "/v1/studies?q={x*100000}", 414, "query-too-long", null, null, null },
        { "/v1/studies?study=zarate-206", 400, "invalid-parameter", "study", null, "zarate-2006" },
        { "/v1/outcomes?excludeStudy=singh2016", 400, "invalid-parameter", "excludeStudy", null, "singh-2016" }, // Else it would silently stay in.
        { "/v1/studies?study={x*501}", 400, "invalid-parameter", "study", null, null },
        { "/v1/studies?study={x,*100}x", 400, "invalid-parameter", "study", null, null }, // 101 values.
        { "/v1/lookup?id=", 400, "invalid-parameter", "id", null, null },

        // Orders.
        { "/v1/studies?sort=foo", 400, "invalid-parameter", "sort", "-year", null },
        { "/v1/studies?sort=Year", 400, "invalid-parameter", "sort", "-year", "year" },
        { "/v1/studies?sort=year,-year", 400, "invalid-parameter", "sort", "-year", null },
        { "/v1/studies?sort=--year", 400, "invalid-parameter", "sort", "-year", "-year" },
        { "/v1/studies?sort=year%20desc", 400, "invalid-parameter", "sort", "-year", null },
        { "/v1/studies?sort=-relevance", 400, "invalid-parameter", "sort", "-relevance", null }, // Relevance needs q.
        { "/v1/studies/zarate-2006/revisions?sort=foo", 400, "invalid-parameter", "sort", "version", null },

        // Cursors.
        { Pages + "&cursor=abc", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor=", 400, "invalid-parameter", "cursor", null, null },
        { Pages + "&cursor=%3D%3D%3D", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={x*9000}", 400, "invalid-parameter", "cursor", null, null },
        { Pages + "&cursor={cut}", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={cursor}&cursor={cursor}", 400, "invalid-parameter", "cursor", null, null },
        { Pages + "&design=single-arm&cursor={cursor}", 400, "invalid-cursor", "cursor", null, null }, // Filters changed on the way.
        { Pages + "&sort=label&cursor={cursor}", 400, "invalid-cursor", "cursor", null, null },
        { "/v1/outcomes?limit=1&cursor={cursor}", 400, "invalid-cursor", "cursor", null, null },
        { "/v1/studies.csv?limit=1&q=ketamine&cursor={cursor}", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={forged:1,null,2026,x,x}", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={forged:1,query,2026,x}", 400, "invalid-cursor", "cursor", null, null }, // A key too few.
        { Pages + "&cursor={forged:1,query,2026,null,x}", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={forged:1,query,NaN,x,x}", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={forged:1,query,1e999,x,x}", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={forged:0,query,2026,x,x}", 400, "invalid-cursor", "cursor", null, null },
        { Pages + "&cursor={forged:99,query,2026,x,x}", 400, "invalid-cursor", "cursor", null, null }, // Nobody asked for revision 99.

        // Revisions.
        { "/v1/studies?revision=0", 400, "invalid-parameter", "revision", null, null },
        { "/v1/studies?revision=-1", 400, "invalid-parameter", "revision", null, null },
        { "/v1/studies?revision=abc", 400, "invalid-parameter", "revision", null, null },
        { "/v1/studies?revision=1&revision=1", 400, "invalid-parameter", "revision", null, null },
        { "/v1/studies?revision=9223372036854775808", 400, "invalid-parameter", "revision", null, null },
        { "/v1/studies?revision=9223372036854775807", 404, "unknown-revision", null, null, null },
        { "/v1/studies?revision=999999999", 404, "unknown-revision", null, null, null },
        { "/v1/studies/zarate-2006?revision=2", 404, "unknown-revision", null, null, null },
        { "/v1/studies.csv-metadata.json?revision=2", 404, "unknown-revision", null, null, null },
        { Pages + "&revision=2&cursor={cursor}", 404, "unknown-revision", null, null, null },

        // Paths.
        { "/v1", 404, "not-found", null, null, null },
        { "//v1/studies", 404, "not-found", null, null, null },
        { "/v1/studies.xml", 404, "not-found", null, null, null },
        { "/v1/studies;x=1", 404, "not-found", null, null, null },
        { "/v1/studies/..", 404, "not-found", null, null, null }, // Dots are taken away before anything is looked up: this is /v1/.
        { "/v1/studies/../../etc/passwd", 404, "not-found", null, null, null },
        { "/v1/studies/%2e%2e/%2e%2e/etc/passwd", 404, "not-found", null, null, null },
        { "/v1/studies/%ff", 404, "not-found", null, null, null },
        { "/v1/studies/%ff/revisions", 404, "not-found", null, null, null },
        { "/v1/studies/zarate%2F2006", 404, "not-found", null, null, null },
        { "/v1/studies/%E2%80%AE%F0%9F%98%80", 404, "not-found", null, null, null },
        { "/v1/studies/'%20or%20''='", 404, "not-found", null, null, null },
        { "/v1/studies/{x*900}", 404, "not-found", null, null, null },
        { "/v1/studies/{x*900000}", 404, "not-found", null, null, null }, // No identifier is that long; nothing is looked up.
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Bad_input_is_refused_with_a_problem_that_names_it(
        string address, int status, string problem, string? parameter, string? allowed, string? didYouMean)
    {
        using var response = await service.Client.AskAsync(await FillAsync(address));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Header("Content-Type"));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        var body = await response.JsonAsync();
        Assert.Equal("urn:evidence:problem:" + problem, body.GetProperty("type").GetString());
        Assert.Equal(status, body.GetProperty("status").GetInt32());
        Assert.NotEqual("", body.GetProperty("detail").GetString());
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 1, 20_000);
        if (parameter is null)
            Assert.False(body.TryGetProperty("errors", out _));
        else
            AssertError(body.GetProperty("errors")[0], await FillAsync(parameter), allowed, didYouMean);
    }

    [Theory]
    [InlineData("%22")]
    [InlineData("%22ketamine")]
    [InlineData("'")]
    [InlineData("%7C%20%26%20!")]
    [InlineData("a%20%3C-%3E%20b")]
    [InlineData("ketamine:*")]
    [InlineData("((((")]
    [InlineData("%5C")]
    [InlineData("%5C%5C%5C%27%22")]
    [InlineData("-----")]
    [InlineData("or%20or%20or")]
    [InlineData("the%20of%20and")] // Words that the index leaves out: nothing is found, and nothing breaks.
    [InlineData("%25")]
    [InlineData("71%")] // A percent sign that escapes nothing stands for itself.
    [InlineData("%zz")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%D7%A7%D7%98%D7%9E%D7%99%D7%9F%E2%80%AE")] // From right to left.
    [InlineData("%EF%BF%BE%F4%8F%BF%BF")] // No characters, though well-formed.
    [InlineData("%E2%80%8B")]
    [InlineData("';drop%20table%20study;--")]
    [InlineData("$1%20@value%20{0}")]
    public async Task Any_text_can_be_searched_for(string q)
    {
        foreach (var list in new[] { "/v1/studies", "/v1/outcomes.csv", "/v1/facets", "/v1/citation" })
        {
            using var response = await service.Client.AskAsync($"{list}?q={q}");
            Assert.Equal(200, (int)response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/v1/studies?", "No parameters are no fault.")]
    [InlineData("/v1/studies?&&limit=1&", "Nor is an ampersand too many.")]
    [InlineData("/v1/studies?limit=%2B5", "A plus that is escaped is a sign.")]
    [InlineData("/v1/studies?sort=year,year", "The same key again says nothing else.")]
    [InlineData("/v1/studies?sort=-relevance,year&q=ketamine", "Relevance has its q.")]
    [InlineData("/v1/studies?country=US,US", "A value twice is that value.")]
    [InlineData("/v1/studies?yearMin=99999", "No study is that young; the list is empty.")]
    [InlineData("/v1/studies?timeHoursMin=0.00000000000000000000000000000000000000001", "As good as zero.")]
    [InlineData("/v1/studies?limit=2&cursor={cursor}", "The next page may be longer.")]
    [InlineData("/v1/studies?sort=-year,label,id&cursor={cursor}", "The same order, written out.")]
    [InlineData("/v1/studies.csv?cursor={cursor}", "The same list in another format.")]
    [InlineData("/v1/studies?limit=1&revision=1&cursor={cursor}", "The revision that the walk sees anyway.")]
    [InlineData("/V1/STUDIES/", "Paths are matched without regard to case, and with a slash at the end.")]
    [InlineData("/v1/lookup?id=https%3A%2F%2Fdoi.org%2F,%2F%2F%2F", "Unknown identifiers stand for no study.")]
    public async Task Odd_input_that_means_something_is_answered(string address, string why)
    {
        using var response = await service.Client.AskAsync(await FillAsync(address));
        Assert.True(response.IsSuccessStatusCode, $"{why} {response.StatusCode}");
    }

    [Fact]
    public async Task A_thousand_errors_make_a_short_answer_that_says_so()
    {
        var query = string.Join('&', Enumerable.Range(0, 1000).Select(i => $"p{i}=1"));
        var problem = await service.Client.JsonAsync("/v1/studies?" + query);
        Assert.Equal(20, problem.GetProperty("errors").GetArrayLength());
        Assert.EndsWith("Only the first 20 errors are listed.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_of_a_query_is_listed_at_once()
    {
        var problem = await service.Client.JsonAsync("/v1/studies?desing=x&limit=0&design=bogus");
        var parameters = problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString());
        Assert.Equal(["desing", "limit", "design"], parameters);
    }

    private static void AssertError(JsonElement error, string parameter, string? allowed, string? didYouMean)
    {
        Assert.Equal(parameter, error.GetProperty("parameter").GetString());
        Assert.NotEqual("", error.GetProperty("detail").GetString());
        if (allowed is not null)
            Assert.Contains(allowed, error.GetProperty("allowed").EnumerateArray().Select(value => value.GetString()));
        else
            Assert.False(error.TryGetProperty("allowed", out _));
        Assert.Equal(didYouMean, error.TryGetProperty("didYouMean", out var suggestion) ? suggestion.GetString() : null);
    }

    /// <summary>Puts in what a table cannot hold: <c>{x*501}</c> repeats, <c>{cursor}</c> is a real one, <c>{cut}</c> and <c>{forged:…}</c> are not.</summary>
    private async Task<string> FillAsync(string text)
    {
        while (text.IndexOf('{', StringComparison.Ordinal) is >= 0 and var start && !text.Contains("{0}", StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', start);
            text = text[..start] + await ValueAsync(text[(start + 1)..end]) + text[(end + 1)..];
        }

        return text;
    }

    private async Task<string> ValueAsync(string placeholder)
    {
        if (placeholder.Split('*') is [var repeated, var times])
            return string.Concat(Enumerable.Repeat(repeated, int.Parse(times, System.Globalization.CultureInfo.InvariantCulture)));
        var page = await service.Client.JsonAsync(Pages);
        var cursor = page.GetProperty("page").GetProperty("nextCursor").GetString()!;
        return placeholder switch
        {
            "cursor" => cursor,
            "cut" => cursor[..^3],
            _ => Forge(placeholder["forged:".Length..].Split(',').Select(part => part == "query" ? Cursor.Decode(cursor)!.Query : part)),
        };
    }

    /// <summary>A cursor as somebody makes it who has read the code.</summary>
    private static string Forge(IEnumerable<string> parts)
    {
        var content = Encoding.UTF8.GetBytes($"[{string.Join(',', parts.Select(part => part == "null" ? part : $"\"{part}\""))}]");
        return System.Buffers.Text.Base64Url.EncodeToString([.. SHA256.HashData(content)[..8], .. content]);
    }
}
