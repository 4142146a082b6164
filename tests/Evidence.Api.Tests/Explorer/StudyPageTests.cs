using System.Net;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

[Trait("Lane", "fast")]
public sealed class StudyPageTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Fact]
    public async Task A_figure_stands_beside_its_document_place_and_derivation()
    {
        var html = WebUtility.HtmlDecode(await service.Client.TextAsync("/studies/zarate-2006"));
        var row = html[html.IndexOf("id=\"outcome-response-24h\"", StringComparison.Ordinal)..];
        row = row[..row.IndexOf("</tbody>", StringComparison.Ordinal)];

        Assert.Contains("12 of 17 (70.6%)", row, StringComparison.Ordinal);
        Assert.Contains("https://pmc.ncbi.nlm.nih.gov/articles/PMC4714563/table/T1", row, StringComparison.Ordinal);
        Assert.Contains("Table 1, Zarate et al., 2006", row, StringComparison.Ordinal);
        Assert.Contains("events = 71% of 17", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_source_reports_is_a_dash_or_a_sentence_and_never_zero()
    {
        var html = await service.Client.TextAsync("/studies/zarate-2006");

        Assert.Contains("<dt>Funding</dt><dd>Not reported</dd>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<td class=\"number\">0</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">–</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_that_is_not_there_is_a_page_that_names_the_nearest()
    {
        using var answer = await service.Client.AskAsync("/studies/zarate-2007");
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Contains("Did you mean 'zarate-2006'?", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interval_with_one_limit_is_shown_with_it() => Assert.Contains(
        "Risk difference 0.053 (95% CI from −0.136, one-sided)", await service.Client.TextAsync("/studies/correia-melo-2020"), StringComparison.Ordinal);

    [Fact]
    public async Task A_claim_names_its_studies_and_a_study_its_claims()
    {
        var claim = await service.Client.TextAsync("/claims/onset-within-hours");
        var study = await service.Client.TextAsync("/studies/zarate-2006");

        Assert.Contains("href=\"/studies/zarate-2006\">Zarate 2006</a>", claim, StringComparison.Ordinal);
        Assert.Contains("href=\"/claims/onset-within-hours\"", study, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_counts_the_evidence_of_each_claim_as_the_API_lists_it()
    {
        var html = await service.Client.TextAsync("/");
        var claims = await service.Client.JsonAsync("/v1/claims");

        foreach (var claim in claims.GetProperty("data").EnumerateArray())
        {
            var count = claim.GetProperty("evidence").EnumerateArray().Count(piece => piece.GetProperty("direction").GetString() == "supports");
            Assert.Matches($"""href="/claims/{claim.GetProperty("id").GetString()}"(?s:.)*?<span>{count} for""", html);
        }
    }
}
