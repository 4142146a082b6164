using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class HostFilterTests(HostFilterTests.Service service) : IClassFixture<HostFilterTests.Service>
{
    private const string Allowed = "evidence.example.org";

    [Theory]
    [InlineData("/health/ready", Allowed)]
    [InlineData("/health/ready", "127.0.0.1:8080")] // what the image's health check asks for
    [InlineData("/health/ready", "attacker.example.net")]
    [InlineData("/health/live", "10.0.0.7:8080")]
    public async Task Health_is_answered_under_any_host(string address, string host) => Assert.Equal(200, await StatusAsync(address, host));

    [Theory]
    [InlineData("/v1/studies?limit=1")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/about")]
    public async Task Any_other_address_is_answered_under_the_host_of_the_setting_alone(string address)
    {
        Assert.Equal(200, await StatusAsync(address, Allowed));
        Assert.Equal(400, await StatusAsync(address, "127.0.0.1:8080"));
        Assert.Equal(400, await StatusAsync(address, "attacker.example.net"));
    }

    [Fact]
    public async Task An_address_that_only_begins_like_health_is_not_exempt()
    {
        Assert.Equal(404, await StatusAsync("/healthy", Allowed));
        Assert.Equal(400, await StatusAsync("/healthy", "127.0.0.1:8080"));
        Assert.Equal(400, await StatusAsync("/health/../v1/studies", "127.0.0.1:8080"));
    }

    private async Task<int> StatusAsync(string address, string host)
    {
        using var response = await service.Client.AskAsync(address, ("Host", host));
        return (int)response.StatusCode;
    }

    public sealed class Service : EvidenceService
    {
        protected override IEnumerable<string> Settings => [$"--AllowedHosts={Allowed}"];
    }
}
