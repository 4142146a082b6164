using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

public sealed partial class MetaAnalysisPageTests(SharedService<ServiceOfTwoRevisions> service) : IClassFixture<SharedService<ServiceOfTwoRevisions>>
{
    [Theory]
    [InlineData("domain=depression-severity&measure=md&instrument=madrs&atHours=24&withinHours=12&intervention=ketamine,esketamine&comparator=placebo,saline,midazolam")]
    [InlineData("domain=response&measure=rr&atHours=24&withinHours=12&intervention=ketamine,esketamine&comparator=placebo,saline,midazolam&subgroup=route")]
    [InlineData("domain=response&measure=or&model=mantel-haenszel&atHours=24")]
    public async Task The_page_says_what_the_API_answers(string query)
    {
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/meta-analysis?" + query));
        var answer = await service.Client.JsonAsync("/v1/meta-analysis?" + query);

        var said = Sentence().Match(html);
        Assert.True(said.Success, html);
        var estimate = answer.GetProperty("estimate");
        var scale = estimate.TryGetProperty("ratio", out var ratio) ? ratio : estimate;
        Assert.Equal(scale.GetProperty("estimate").GetDouble(), Number(said, "estimate"), 0.051);
        Assert.Equal(scale.GetProperty("ciLow").GetDouble(), Number(said, "low"), 0.051);
        Assert.Equal(scale.GetProperty("ciHigh").GetDouble(), Number(said, "high"), 0.051);
        foreach (var row in answer.GetProperty("rows").EnumerateArray())
        {
            Assert.Contains($"href=\"/studies/{row.GetProperty("study").GetString()}#outcome-{row.GetProperty("outcomes")[0].GetString()}\"", html, StringComparison.Ordinal);
            Assert.Contains(row.GetProperty("sourceUrl").GetString()!, html, StringComparison.Ordinal);
        }

        Assert.Contains($"{answer.GetProperty("decisions").GetArrayLength()} decisions", html, StringComparison.Ordinal);
        foreach (var decision in answer.GetProperty("decisions").EnumerateArray())
            Assert.Contains($">{decision.GetProperty("label").GetString()}</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_asked_the_questions_of_the_claims_are_offered_and_each_has_an_answer()
    {
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/meta-analysis"));
        var presets = Preset().Matches(html).Select(match => match.Groups["address"].Value).ToList();
        var (answered, others) = (new List<string>(), new List<string>());
        foreach (var claim in (await service.Client.JsonAsync("/v1/claims")).GetProperty("data").EnumerateArray())
        {
            var answers = (await service.Client.JsonAsync($"/v1/claims/{claim.GetProperty("id")}")).GetProperty("answers").EnumerateArray();
            foreach (var answer in answers.Where(answer => answer.GetProperty("operation").GetString() == "meta-analysis"))
                (answer.GetProperty("conclusion").GetString() == "too-little" ? others : answered).Add(answer.GetProperty("label").GetString()!);
        }

        Assert.NotEmpty(presets);
        Assert.NotEmpty(others);
        Assert.Equal(answered.Count, presets.Count);
        Assert.All(answered, label => Assert.Contains($">{label}</a>", html, StringComparison.Ordinal));
        Assert.All(others, label => Assert.DoesNotContain($">{label}</a>", html, StringComparison.Ordinal));
        Assert.All(others, label => Assert.Contains(label[1..], html, StringComparison.Ordinal));
        foreach (var preset in presets)
        {
            using var answer = await service.Client.AskAsync(preset);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, preset);
        }
    }

    [Fact]
    public async Task A_refused_question_comes_back_in_the_form_with_the_error_at_its_field()
    {
        using var answer = await service.Client.AskAsync("/meta-analysis?domain=response&measure=md2&atHours=soon&route=iv&revision=1");
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Contains("href=\"#measure\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"measure-error\"", html, StringComparison.Ordinal);
        Assert.Matches("""<select id="measure"[^>]*aria-describedby="measure-hint measure-error"[^>]*aria-invalid="true">""", html);
        Assert.Matches("<input id=\"atHours\"[^>]*value=\"soon\"[^>]*aria-invalid=\"true\"", html);
        Assert.Matches("""name="route" value="iv" checked""", html);
        Assert.Matches("""<input type="hidden" name="revision" value="1" ?/?>""", html);
    }

    [Theory]
    [InlineData("domain=response&measure=md", 400, "measure-error")]
    [InlineData("domain=adverse-event&measure=rr", 400, "term-error")]
    [InlineData("domain=response&measure=rr&model=common&tau2=dl", 400, "tau2-error")]
    [InlineData("domain=response&measure=rr&study=zarate-2006", 422, "cannot be pooled")]
    public async Task What_cannot_be_pooled_is_a_page_with_the_status_of_the_API(string query, int status, string shown)
    {
        using var page = await service.Client.AskAsync("/meta-analysis?" + query);
        using var api = await service.Client.AskAsync("/v1/meta-analysis?" + query);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)page.StatusCode);
        Assert.Equal(status, (int)api.StatusCode);
        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.Contains("No medical advice", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_page_keeps_its_answer_and_offers_the_comparison()
    {
        const string Query = "domain=depression-severity&measure=md&instrument=madrs&atHours=24&intervention=esketamine";
        var before = await service.Client.TextAsync($"/meta-analysis?{Query}&revision=1");
        var now = WebUtility.HtmlDecode(await service.Client.TextAsync($"/meta-analysis?{Query}"));

        Assert.Contains("as it was at revision 1", before, StringComparison.Ordinal);
        Assert.DoesNotContain("long-2024", before, StringComparison.Ordinal);
        Assert.Contains("long-2024", now, StringComparison.Ordinal);
        Assert.Contains("href=\"/compare?from=1&to=2&domain=depression-severity", now, StringComparison.Ordinal);
        Assert.Contains("/v1/meta-analysis.csv?domain=depression-severity&measure=md&instrument=madrs&atHours=24&intervention=esketamine&revision=2", now, StringComparison.Ordinal);
    }

    private static double Number(Match said, string group) => double.Parse(said.Groups[group].Value.Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"answer-sentence""[^>]*>[^<]*? (?<estimate>−?[\d.]+) \(95% confidence interval (?<low>−?[\d.]+) to (?<high>−?[\d.]+), p")]
    private static partial Regex Sentence();

    [GeneratedRegex("""<li><a href="(?<address>/meta-analysis\?domain=[^"]+)">""")]
    private static partial Regex Preset();
}
