using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;
using Evidence.Plots.Drawing;

namespace Evidence.Api.Tests.Explorer;

/// <summary>Onset, network and safety against what the API answers.</summary>
public sealed partial class AnalysisPageTests(SharedService<ServiceOfTwoRevisions> service) : IClassFixture<SharedService<ServiceOfTwoRevisions>>
{
    [Fact]
    public async Task The_course_has_the_windows_of_the_API()
    {
        const string Query = "domain=suicidality&measure=or&intervention=ketamine,esketamine&comparator=placebo,saline,midazolam&windows=0,3,12,36,108,216,420&revision=1";
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/onset?" + Query));
        var course = await service.Client.JsonAsync("/v1/time-course?" + Query);

        foreach (var window in course.GetProperty("windows").EnumerateArray().Where(window => window.TryGetProperty("estimate", out _)))
            Assert.Contains($">{NumberFormat.Ratio(window.GetProperty("estimate").GetProperty("ratio").GetProperty("estimate").GetDouble())} [", html, StringComparison.Ordinal);
        Assert.Contains("as it was at revision 1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_on_onset_stand_by_definition_each_with_its_source()
    {
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/onset?domain=depression-severity&measure=md&instrument=madrs&intervention=ketamine"));
        var findings = (await service.Client.JsonAsync("/v1/onset?intervention=ketamine&limit=1000")).GetProperty("data").EnumerateArray().ToList();

        Assert.NotEmpty(findings);
        foreach (var definition in findings.GroupBy(finding => finding.GetProperty("definition").GetString()!))
        {
            var part = html[html.IndexOf($"id=\"onset-{definition.Key}\"", StringComparison.Ordinal)..];
            part = part[..part.IndexOf("</table>", StringComparison.Ordinal)];
            Assert.Equal(definition.Count(), Row().Count(part) - 1);
            Assert.All(definition, finding => Assert.Contains(finding.GetProperty("sourceLocator").GetString()!, part, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_network_has_the_league_and_the_ranks_of_the_API()
    {
        const string Query = "domain=depression-severity&measure=smd&atHours=24&withinHours=24";
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/network?" + Query));
        var network = await service.Client.JsonAsync("/v1/network?" + Query);

        Assert.All(network.GetProperty("league").EnumerateArray(), pair =>
            Assert.Contains($">{NumberFormat.Fixed(pair.GetProperty("estimate").GetDouble(), 2)}</span>", html, StringComparison.Ordinal));
        Assert.All(network.GetProperty("treatments").EnumerateArray(), treatment =>
            Assert.Contains($">{NumberFormat.Fixed(treatment.GetProperty("pScore").GetDouble(), 2)}</td>", html, StringComparison.Ordinal));
        Assert.Contains($"{network.GetProperty("decisions").GetArrayLength()} decision", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dissociation_and_blood_pressure_of_the_same_arms_stand_beside_each_other_with_their_sources()
    {
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/safety?intervention=esketamine&comparator=placebo&reports=dissociation,blood-pressure&revision=1"));
        var effects = (await service.Client.JsonAsync("/v1/effects?intervention=esketamine&comparator=placebo&domain=adverse-event&term=dissociation&measure=rr&ofSubgroup=false&revision=1&limit=1000"))
            .GetProperty("data").EnumerateArray().ToList();
        var pairs = html.Split("<section class=\"safety-pair\"").Skip(1).ToList();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair =>
        {
            Assert.Contains("<th scope=\"col\">Dissociation</th>", pair, StringComparison.Ordinal);
            Assert.Contains("<th scope=\"col\">Blood pressure</th>", pair, StringComparison.Ordinal);
        });
        var shown = effects.Where(effect => pairs.Any(pair => pair.Contains($"id=\"{effect.GetProperty("study")}-{effect.GetProperty("arm")}-{effect.GetProperty("versus")}\"", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, effect =>
        {
            var pair = pairs.Single(pair => pair.Contains($"id=\"{effect.GetProperty("study")}-{effect.GetProperty("arm")}-{effect.GetProperty("versus")}\"", StringComparison.Ordinal));
            var (events, others) = (effect.GetProperty("ai").GetInt32(), effect.GetProperty("bi").GetInt32());
            Assert.Contains($"{events} of {events + others} ", pair, StringComparison.Ordinal);
            Assert.Contains(effect.GetProperty("sourceUrl").GetString()!, pair, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_download_is_of_the_studies_whose_arms_are_shown()
    {
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/safety?intervention=esketamine&comparator=placebo&reports=dissociation,blood-pressure"));
        var shown = ShownPair().Matches(html).Select(match => match.Groups["study"].Value).Distinct().Order(StringComparer.Ordinal);
        var rows = Csv.Read(await service.Client.TextAsync(Download().Match(html).Groups["address"].Value));

        Assert.Equal(shown, rows.Select(row => row["study"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_not_reported_is_said_to_be_not_reported_and_never_zero()
    {
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/safety?study=burger-2016"));

        Assert.Contains("Not reported for these arms:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>0</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/onset?domain=depression-severity&measure=md", 400, "instrument-error")]
    [InlineData("/onset?domain=response&measure=rr&windows=5", 400, "windows-error")]
    [InlineData("/network?domain=response&measure=or&model=peto", 400, "model-error")]
    [InlineData("/network?domain=mortality&measure=or&study=zarate-2006", 422, "cannot be pooled")]
    [InlineData("/safety?reports=dissociaton", 400, "reports-error")]
    public async Task A_refused_question_comes_back_in_the_form(string address, int status, string shown)
    {
        using var answer = await service.Client.AskAsync(address);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.Contains("<form class=\"steps\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"decisions\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/onset")]
    [InlineData("/network")]
    [InlineData("/safety")]
    public async Task Every_question_that_is_offered_has_an_answer(string page)
    {
        var presets = Preset().Matches(await service.Client.TextAsync(page)).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).ToList();

        Assert.NotEmpty(presets);
        foreach (var preset in presets)
        {
            using var answer = await service.Client.AskAsync(preset);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, preset);
        }
    }

    [GeneratedRegex("""<section class="safety-pair"[^>]*>\s*<h3[^>]*><a href="/studies/(?<study>[^"]+)">""")]
    private static partial Regex ShownPair();

    [GeneratedRegex("""href="(?<address>/v1/effects\.csv\?[^"]+)" download="safety\.csv["]""")]
    private static partial Regex Download();

    [GeneratedRegex("<tr>")]
    private static partial Regex Row();

    [GeneratedRegex("""<li><a href="(?<address>/(?:onset|network|safety)\?[^"]+)"[^>]*>""")]
    private static partial Regex Preset();
}
