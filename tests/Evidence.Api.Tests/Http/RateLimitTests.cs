using System.Globalization;
using System.Net;
using Evidence.Api.Http;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Evidence.Store.Limits;
using Microsoft.Extensions.Configuration;

namespace Evidence.Api.Tests.Http;

public sealed class RateLimitTests(RateLimitTests.Service service, SharedService<EvidenceService> unlimited) : IClassFixture<RateLimitTests.Service>, IClassFixture<SharedService<EvidenceService>>
{
    private const int Most = 5;

    [Fact]
    public async Task Every_answer_says_what_is_left_and_the_first_too_many_when_to_come_back()
    {
        await BeginMinuteAsync();
        for (var left = Most - 1; left >= 0; left--)
        {
            // Problems count too, and say what is left.
            using var response = await service.Client.AskAsync(left == 2 ? "/v1/nothing" : "/v1/studies?limit=1");
            Assert.Equal($"\"minute\";q={Most};w=60", response.Header("RateLimit-Policy"));
            Assert.StartsWith($"\"minute\";r={left};t=", response.Header("RateLimit"), StringComparison.Ordinal);
        }

        using var refused = await service.Client.AskAsync("/v1/studies?limit=1", ("Origin", "https://example.org"));
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Header("Content-Type"));
        Assert.Equal("urn:evidence:problem:too-many-requests", (await refused.JsonAsync()).GetProperty("type").GetString());
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal($"\"minute\";r=0;t={refused.Header("Retry-After")}", refused.Header("RateLimit"));
        Assert.Equal("*", refused.Header("Access-Control-Allow-Origin"));

        using var health = await service.Client.AskAsync("/health/ready");
        Assert.Equal(200, (int)health.StatusCode);
        Assert.Null(health.Header("RateLimit"));
    }

    [Fact]
    public async Task Nothing_is_limited_unless_it_is_asked_for()
    {
        for (var i = 0; i < 3 * Most; i++)
        {
            using var response = await unlimited.Client.AskAsync("/health/live");
            Assert.Null(response.Header("RateLimit"));
            Assert.Null(response.Header("RateLimit-Policy"));
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("1", 1)]
    [InlineData("600", 600)]
    public void The_setting_is_a_number_or_blank(string? setting, int? max) => Assert.Equal(max, EvidenceOptions.Read(Settings(setting)).RequestsPerMinute);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void A_setting_that_is_no_such_number_stops_the_start_with_a_sentence(string setting)
    {
        var problem = Assert.Throws<StartupException>(() => EvidenceOptions.Read(Settings(setting)));
        Assert.Contains($"'{setting}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", true)] // One client has a whole network.
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", false)]
    public void Addresses_of_one_client_are_counted_together(string one, string other, bool same) =>
        Assert.Equal(same, ClientLimiter.GetClient(IPAddress.Parse(one)) == ClientLimiter.GetClient(IPAddress.Parse(other)));

    private static IConfiguration Settings(string? requests) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Evidence:RequestsPerMinute", requests)]).Build();

    /// <summary>The quota begins anew with each minute of the clock; a test must not run across that.</summary>
    private static async Task BeginMinuteAsync()
    {
        var second = TimeProvider.System.GetUtcNow().Second;
        if (second > 50)
            await Task.Delay(TimeSpan.FromSeconds(61 - second));
    }

    public sealed class Service : EvidenceService
    {
        protected override IEnumerable<string> Settings => [$"--Evidence:RequestsPerMinute={Most}"];
    }
}
