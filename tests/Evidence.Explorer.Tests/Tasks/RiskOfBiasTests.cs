using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class RiskOfBiasTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task The_same_pool_is_had_without_studies_at_high_risk_of_bias(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await PoolPage.OpenAsync(reader);
            await reader.Page.GetByLabel("Outcome", new() { Exact = true }).SelectOptionAsync("Depression severity");
            await reader.Page.GetByLabel("Measure of the effect").SelectOptionAsync("Standardized mean difference");
            await PoolPage.TickAsync(reader, "Given", "Ketamine");
            await reader.Page.GetByLabel("Hours after the first dose").FillAsync("72");
            await PoolPage.PoolAsync(reader);
            var all = await PoolPage.StudiesAsync(reader);
            Assert.Contains("High", await reader.Page.Locator("table.effects").InnerTextAsync(), StringComparison.Ordinal);

            await PoolPage.ReopenAsync(reader);
            await PoolPage.TickAsync(reader, "Leave out risk of bias", "High");
            await PoolPage.PoolAsync(reader);
            var kept = await PoolPage.StudiesAsync(reader);

            Assert.Contains("excludeRiskOfBias=high", reader.Address, StringComparison.Ordinal);
            Assert.DoesNotContain("High", await reader.Page.Locator("table.effects").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Subset(all.ToHashSet(), kept.ToHashSet());
            Assert.True(kept.Count < all.Count && kept.Count > 1);
        });
}
