using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class MethodTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")] // Without Origin it is no preflight.
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("BREW")]
    public async Task A_list_that_is_only_read_answers_other_methods_with_405_and_those_it_takes(string method)
    {
        foreach (var path in new[] { "/v1/outcomes", "/v1/outcomes.csv", "/v1/facets", "/health/live" })
        {
            using var response = await service.Client.AskAsync(new HttpMethod(method), path);
            Assert.Equal(405, (int)response.StatusCode);
            Assert.Equal("GET, HEAD", response.Header("Allow"));
            var problem = await response.JsonAsync();
            Assert.Equal("urn:evidence:problem:method-not-allowed", problem.GetProperty("type").GetString());
            Assert.Contains(method, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_body_on_a_read_is_ignored()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/studies?limit=1") { Content = new StringContent("{\"limit\":") };
        using var response = await service.Client.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
    }
}
