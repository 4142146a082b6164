using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Studies;
using Evidence.Store.Selection;

namespace Evidence.Api.Tests.Explorer;

[Trait("Lane", "fast")]
public sealed partial class StudiesPageTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Theory]
    [InlineData("")]
    [InlineData("?q=suicidal&intervention=ketamine&sort=label")]
    [InlineData("?design=randomized-crossover&treatmentResistant=true")]
    [InlineData("?excludeRoute=oral&yearMin=2015")]
    public async Task The_page_has_the_studies_of_the_API_in_its_order(string query)
    {
        var html = await service.Client.TextAsync("/studies" + query);
        var list = await service.Client.JsonAsync("/v1/studies" + query);

        Assert.Equal(
            list.GetProperty("data").EnumerateArray().Select(study => study.GetProperty("id").GetString()!),
            Entry().Matches(html).Select(match => match.Groups["id"].Value));
        Assert.Contains($">{list.GetProperty("page").GetProperty("total").GetInt64()} stud", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_after_the_first_is_reached_by_its_link()
    {
        var seen = new List<string>();
        for (var address = "/studies?limit=30"; address is not null;)
        {
            var html = await service.Client.TextAsync(address);
            seen.AddRange(Entry().Matches(html).Select(match => match.Groups["id"].Value));
            address = Next().Match(html) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups["address"].Value) : null;
        }

        var total = (await service.Client.JsonAsync("/v1/studies?limit=1")).GetProperty("page").GetProperty("total").GetInt32();
        Assert.True(total > 60, "two links would be no walk");
        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct().Count());
    }

    [Fact]
    public async Task Counts_of_the_form_are_those_of_the_facets()
    {
        var html = await service.Client.TextAsync("/studies?intervention=esketamine");
        var facets = await service.Client.JsonAsync("/v1/facets?intervention=esketamine");
        var count = facets.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("filter").GetString() == "design")
            .GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("term").GetString() == "randomized-parallel").GetProperty("count").GetInt64();

        Assert.Matches($"""value="randomized-parallel"[^>]*>\s*<span>[^<]*</span>\s*<span class="count">{count}<""", html);
    }

    [Fact]
    public async Task What_a_form_leaves_empty_is_dropped_from_the_address()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = service.Client.BaseAddress };
        using var answer = await client.AskAsync("/studies?q=&sort=&design=cohort&yearMin=&treatmentResistant=");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/studies?design=cohort", answer.Header("Location"));
    }

    [Fact]
    public async Task What_has_no_field_is_kept_by_the_form_and_can_be_taken_away()
    {
        var html = await service.Client.TextAsync("/studies?excludeRoute=oral&design=cohort");

        Assert.Contains("""<input type="hidden" name="excludeRoute" value="oral" />""", html, StringComparison.Ordinal);
        Assert.Contains("""href="/studies?design=cohort">""", html, StringComparison.Ordinal);
        Assert.Contains("""href="/studies?excludeRoute=oral">""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_is_none_is_refused_in_a_page_that_names_the_terms()
    {
        using var answer = await service.Client.AskAsync("/studies?design=randomised-parallel");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Did you mean <em>randomized-parallel</em>?", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_facet_has_its_place_in_the_form() =>
        Assert.Equal(
            Filters.Facets.Select(filter => filter.Parameter.Name).Order(StringComparer.Ordinal),
            StudyFilters.Groups.SelectMany(group => group.Facets).Order(StringComparer.Ordinal));

    [GeneratedRegex("""<li class="study"><div><h3><a href="/studies/(?<id>[^"?]+)">""")]
    private static partial Regex Entry();

    [GeneratedRegex("""rel="next" href="(?<address>[^"]+)">""")]
    private static partial Regex Next();
}
