using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

public sealed partial class EveryPageTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/claims", "/claims/onset-within-hours", "/studies", "/studies?q=suicidal&intervention=ketamine", "/studies/zarate-2006", "/studies/lii-2023",
        "/meta-analysis", "/meta-analysis?domain=response&measure=rr&atHours=24", "/onset", "/network", "/safety", "/compare", "/about",
    ];

    /// <summary>Pages that are of no revision: what they show changes without one, or never.</summary>
    public static TheoryData<string> LivePages => ["/api", "/corrections", "/corrections/new?study=zarate-2006", "/releases", "/sign-in"];

    [Theory]
    [MemberData(nameof(Pages))]
    [MemberData(nameof(LivePages))]
    public async Task A_page_is_whole_HTML_that_lets_nothing_foreign_load(string address)
    {
        using var answer = await service.Client.AskAsync(address);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal(Evidence.Explorer.Layout.Pages.ContentSecurityPolicy, answer.Header("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", Evidence.Explorer.Layout.Pages.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
        Assert.NotEmpty(Loaded().Matches(html));
        Assert.All(Loaded().Matches(html), match => Assert.StartsWith("/", match.Groups["address"].Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(Inline(), html);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    [MemberData(nameof(LivePages))]
    public async Task A_page_says_that_it_is_no_advice_and_where_to_turn_and_which_revision_answered(string address)
    {
        var html = await service.Client.TextAsync(address);

        Assert.Contains("No medical advice", html, StringComparison.Ordinal);
        Assert.Contains("trained supervision", html, StringComparison.Ordinal);
        Assert.Contains("emergency number", html, StringComparison.Ordinal);
        if (((IEnumerable<object[]>)LivePages).Any(row => address.Equals(row[0])))
            Assert.DoesNotContain("Result of revision", html, StringComparison.Ordinal);
        else
            Assert.Contains("Result of revision 1", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_pinned_page_never_changes_and_its_links_keep_the_revision(string address)
    {
        using var answer = await service.Client.AskAsync(address + (address.Contains('?') ? "&" : "?") + "revision=1");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
        Assert.Contains("as it was at revision 1", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?revision=1\">Evidence</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"/?revision=1\">Evidence</a>", await service.Client.TextAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_copy_that_is_still_good_is_not_sent_again(string address)
    {
        using var first = await service.Client.AskAsync(address);
        using var again = await service.Client.AskAsync(address, ("If-None-Match", first.Header("ETag")!));

        Assert.Equal("no-cache", first.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task What_a_page_loads_is_there_and_may_be_kept_for_ever()
    {
        var html = await service.Client.TextAsync("/");
        var assets = Loaded().Matches(html).Select(match => match.Groups["address"].Value).Where(address => address.StartsWith("/assets/", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, assets.Count);
        foreach (var asset in assets)
        {
            using var answer = await service.Client.AskAsync(asset);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
        }
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/assets/000000000000/explorer.css")]
    public async Task A_browser_that_finds_nothing_is_told_so_in_a_page(string address)
    {
        using var answer = await service.Client.AskAsync(address, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal(Evidence.Explorer.Layout.Pages.ContentSecurityPolicy, answer.Header("Content-Security-Policy"));
        Assert.Contains("No medical advice", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_answers_a_browser_with_a_problem()
    {
        using var answer = await service.Client.AskAsync("/v1/nothing-here", ("Accept", "text/html,*/*;q=0.8"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
    }

    [Fact]
    public async Task A_wrong_parameter_is_refused_in_a_page_that_names_what_is_allowed()
    {
        using var answer = await service.Client.AskAsync("/?revison=1");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<strong>revison</strong> is not a parameter", html, StringComparison.Ordinal);
        Assert.Contains("Did you mean <em>revision</em>?", html, StringComparison.Ordinal);
    }

    /// <summary>What a browser loads by itself: a link that a reader may follow is not among it.</summary>
    [GeneratedRegex("""<(?:link|script|img|source|iframe|object|use|image)\b[^>]*?\s(?:href|src|srcset|data)="(?<address>[^"]*)"[^>]*>""")]
    private static partial Regex Loaded();

    [GeneratedRegex("""<style\b|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)""")]
    private static partial Regex Inline();
}
