using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

/// <summary>One request of each route group, and what its response must hold: the first thing to look at after a change.</summary>
[Trait("Lane", "fast")]
public sealed class EveryRouteGroupTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Theory]
    [InlineData("/", "text/html", "<h1")]
    [InlineData("/health/ready", "application/json", "\"status\":\"ok\"")]
    [InlineData("/v1/changes?from=0&to=1&study=zarate-2006", "application/json", "zarate-2006")]
    [InlineData("/v1/citation?study=zarate-2006", "application/json", "selection of 1 stud")]
    [InlineData("/v1/claims/onset-within-hours", "application/json", "\"evidence\":")]
    [InlineData("/v1/corrections?study=zarate-2006", "application/json", "\"data\":[]")]
    [InlineData("/v1/effects.csv?study=murrough-2013", "text/csv", "\nmurrough-2013,")]
    [InlineData("/v1/facets?study=zarate-2006", "application/json", "\"randomized-crossover\"")]
    [InlineData("/v1/lookup?id=NCT00088699", "application/json", "\"study\":\"zarate-2006\"")]
    [InlineData("/v1/meta-analysis?domain=response&measure=rr&study=grunebaum-2017,murrough-2013", "application/json", "\"estimate\":")]
    [InlineData("/v1/network?domain=response&measure=or&atHours=24", "application/json", "\"treatments\":")]
    [InlineData("/v1/onset?study=zarate-2006", "application/json", "\"study\":\"zarate-2006\"")]
    [InlineData("/v1/outcomes.ndjson?study=chen-2023", "application/x-ndjson", "\"instrument\":\"madrs\"")]
    [InlineData("/v1/releases", "application/json", "\"data\":[]")]
    [InlineData("/v1/revisions", "application/json", "\"number\":1")]
    [InlineData("/v1/risk-of-bias.csv?tool=rob-1&study=lapidus-2014", "text/csv", "\nLapidus 2014,")]
    [InlineData("/v1/studies/zarate-2006", "application/json", "\"label\":\"Zarate 2006\"")]
    [InlineData("/v1/time-course?domain=depression-severity&measure=md&instrument=madrs", "application/json", "\"windows\":")]
    [InlineData("/v1/vocabularies/design", "application/json", "\"randomized-parallel\"")]
    public async Task A_request_is_answered(string address, string mediaType, string part)
    {
        using var response = await service.Client.AskAsync(address);
        var body = await response.Content.ReadAsStringAsync();

        Assert.True(response.IsSuccessStatusCode, body);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(part, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_are_for_admins()
    {
        using var response = await service.Client.AskAsync("/v1/keys");

        Assert.Equal(401, (int)response.StatusCode);
    }
}
