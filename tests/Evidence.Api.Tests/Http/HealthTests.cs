using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class HealthTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Fact]
    public async Task A_living_service_says_so_without_asking_the_database()
    {
        using var response = await service.Client.AskAsync("/health/live");
        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("""{"status":"ok"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_ready_service_names_the_newest_revision() =>
        Assert.Equal("""{"status":"ok","revision":1}""", await service.Client.TextAsync("/health/ready"));
}
