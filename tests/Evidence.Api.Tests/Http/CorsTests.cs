using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class CorsTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private static readonly (string, string) Origin = ("Origin", "https://example.org");

    [Theory]
    [InlineData("/v1/studies?limit=1")]
    [InlineData("/v1/studies.csv")]
    [InlineData("/v1/studies?bogus=1")] // A page must be able to read what it did wrong.
    [InlineData("/v1/nothing")]
    public async Task Pages_of_other_sites_may_read_answers_and_problems(string address)
    {
        using var response = await service.Client.AskAsync(address, Origin);
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        Assert.Null(response.Header("Access-Control-Allow-Credentials"));
        var exposed = response.Header("Access-Control-Expose-Headers")!.Split(',');
        foreach (var header in new[] { "ETag", "Link", "Content-Location", "Catalogue-Revision", "Retry-After", "RateLimit", "RateLimit-Policy" })
            Assert.Contains(header, exposed);
    }

    [Fact]
    public async Task A_preflight_for_a_read_is_granted_with_its_headers()
    {
        using var response = await service.Client.AskAsync(
            HttpMethod.Options, "/v1/studies", Origin, ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        Assert.Equal("if-none-match", response.Header("Access-Control-Allow-Headers"));
        Assert.Contains("GET", response.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_of_no_other_site_gets_no_such_headers()
    {
        using var response = await service.Client.AskAsync("/v1/studies?limit=1");
        Assert.Null(response.Header("Access-Control-Allow-Origin"));
    }
}
