using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class HowFastTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task How_fast_it_works_is_a_claim_a_curve_and_what_single_studies_saw(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await reader.GoAsync("/");
            Assert.Contains("within hours", await reader.TextAsync(), StringComparison.Ordinal);
            await reader.OpenSectionAsync("Onset");

            Assert.Matches(@"\d+ hours", await reader.TextAsync());
            Assert.True(await reader.Page.Locator("main svg:visible").CountAsync() > 0, "No curve is seen.");
            await reader.FollowAsync("MADRS, intravenous ketamine");
            Assert.Contains("MADRS", await reader.TextAsync(), StringComparison.Ordinal);
            Assert.True(await reader.Page.GetByRole(AriaRole.Table).First.GetByRole(AriaRole.Row).CountAsync() > 2);
            var (_, csv) = await reader.DownloadAsync("Windows as CSV");
            Assert.Contains("estimate", csv.Split('\n')[0], StringComparison.Ordinal);
        });
}
