using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class FromARegisterTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task A_register_number_leads_to_the_study_and_its_reports(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await reader.GoAsync("/");
            var box = reader.Page.GetByRole(AriaRole.Searchbox).First;
            await box.FillAsync("NCT00768430");
            await reader.ChangeAsync(() => box.PressAsync("Enter"));
            await reader.FollowAsync("Murrough 2013");
            await reader.FollowAsync("Reports", reader.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of this page" }));

            var register = reader.Page.GetByRole(AriaRole.Link, new() { Name = "NCT00768430", Exact = true }).First;
            Assert.Equal("https://clinicaltrials.gov/study/NCT00768430", await register.GetAttributeAsync("href"));
            var reports = reader.Page.GetByRole(AriaRole.Region, new() { Name = "Reports", Exact = true });
            Assert.True(await reports.GetByRole(AriaRole.Link, new() { Name = "doi:" }).CountAsync() > 0);
            Assert.True(await reports.GetByRole(AriaRole.Link, new() { Name = "PubMed" }).CountAsync() > 0);
        });
}
