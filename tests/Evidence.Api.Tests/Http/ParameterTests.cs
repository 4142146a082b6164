using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class ParameterTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Theory]
    [InlineData("/v1/studies?design=cohort,single-arm&limit=1000", "/v1/studies?limit=1000&design=single-arm&design=cohort")]
    [InlineData("/v1/outcomes?country=US,GB", "/v1/outcomes?country=US&country=GB")]
    [InlineData("/v1/facets?excludeDesign=cohort,single-arm", "/v1/facets?excludeDesign=cohort&excludeDesign=single-arm")]
    [InlineData("/v1/lookup?id=NCT00088699,16894061", "/v1/lookup?id=NCT00088699&id=16894061")]
    [InlineData("/v1/studies?design=%20cohort%20,single-arm&limit=1000", "/v1/studies?design=cohort%2Csingle-arm&limit=1000")]
    public async Task Commas_and_repetition_mean_the_same(string commas, string repeated) =>
        Assert.Equal(await service.Client.TextAsync(commas), await service.Client.TextAsync(repeated));

    [Theory]
    [InlineData("design=cohort,preclinical", "excludeDesign=cohort,preclinical")]
    [InlineData("country=US", "excludeCountry=US")]
    [InlineData("condition=mdd", "excludeCondition=mdd")]
    [InlineData("route=iv", "excludeRoute=iv")]
    [InlineData("domain=response", "excludeDomain=response")]
    [InlineData("riskOfBias=high", "excludeRiskOfBias=high")] // Most studies have no judgement; they are not excluded with it.
    [InlineData("study=zarate-2006", "excludeStudy=zarate-2006")]
    public async Task Excluding_takes_away_what_including_gives(string including, string excluding)
    {
        var all = await IdsAsync("");
        var with = await IdsAsync(including);
        var without = await IdsAsync(excluding);
        Assert.NotEmpty(with);
        Assert.Empty(with.Intersect(without));
        Assert.Equal(all, with.Union(without).Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> IdsAsync(string filter)
    {
        var page = await service.Client.JsonAsync("/v1/studies?limit=1000&sort=id&" + filter);
        return [.. page.GetProperty("data").EnumerateArray().Select(study => study.GetProperty("id").GetString()!)];
    }
}
