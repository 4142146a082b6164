using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.OpenApi;

public sealed partial class DocumentationPageTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Fact]
    public async Task The_page_and_all_that_it_loads_come_from_the_service()
    {
        var page = await GetAsync("/docs/index.html");
        var loaded = Loaded().Matches(await page.Content.ReadAsStringAsync()).Select(match => match.Groups["address"].Value).ToList();

        Assert.True(loaded.Count >= 5, string.Join(' ', loaded));
        foreach (var address in loaded)
        {
            var absolute = new Uri(new Uri(service.Client.BaseAddress!, "/docs/index.html"), address);
            Assert.Equal(service.Client.BaseAddress!.Authority, absolute.Authority);
            using var part = await GetAsync(absolute.PathAndQuery);
            if (address.EndsWith(".css", StringComparison.Ordinal))
                Assert.DoesNotMatch("@import|url\\([\"']?(https?:)?//", await part.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task The_browser_is_told_to_ask_no_other_host()
    {
        using var page = await GetAsync("/docs/index.html");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_reads_the_served_document_and_sends_it_to_no_validator()
    {
        using var script = await GetAsync("/docs/index.js");
        var text = await script.Content.ReadAsStringAsync();
        Assert.Contains("\"urls\":[{\"url\":\"/openapi/v1.json\"", text, StringComparison.Ordinal);
        Assert.Contains("\"validatorUrl\":null", text, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        var response = await service.Client.GetAsync(new Uri(address, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return response;
    }

    [GeneratedRegex("(src|href)=[\"'](?<address>[^\"']+)[\"']")]
    private static partial Regex Loaded();
}
