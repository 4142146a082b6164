using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class HarmsTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task Dissociation_and_blood_pressure_are_read_for_the_same_arms(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await reader.GoAsync("/");
            await reader.OpenSectionAsync("Safety");
            await reader.FollowAsync("Arms with both dissociation and blood pressure");
            var (_, csv) = await reader.DownloadAsync("Figures and effects as CSV");

            var text = await reader.TextAsync();
            Assert.Contains("Dissociation", text, StringComparison.Ordinal);
            Assert.Contains("Blood pressure", text, StringComparison.Ordinal);
            var pairs = await reader.Page.Locator(".safety-pair").AllInnerTextsAsync();
            Assert.NotEmpty(pairs);
            Assert.All(pairs, pair => Assert.DoesNotMatch("Not reported for these arms.*(dissociation|blood pressure)", pair));
            Assert.Contains(Csv.Read(csv), row => row["domain"] is "dissociation" or "blood-pressure" || row["term"].Contains("dissociat", StringComparison.OrdinalIgnoreCase));
        });
}
