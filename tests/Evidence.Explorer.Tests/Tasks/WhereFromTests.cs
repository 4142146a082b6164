using System.Text.RegularExpressions;
using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Tasks;

public sealed partial class WhereFromTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task A_standard_deviation_is_one_click_from_its_document_and_place(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await reader.GoAsync("/");
            await reader.Page.GetByPlaceholder("Words, an author").FillAsync("Berman");
            await reader.ChangeAsync(() => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Search studies" }).ClickAsync());
            await reader.FollowAsync("Berman 2000");
            var outcome = reader.Page.Locator("table.outcomes tbody").Filter(new() { HasTextRegex = StandardDeviation() }).First;
            var place = outcome.Locator("details.place");
            Assert.False(await place.GetByRole(AriaRole.Link).First.IsVisibleAsync());
            await place.Locator("summary").ClickAsync();

            var document = place.GetByRole(AriaRole.Link).First;
            Assert.True(await document.IsVisibleAsync());
            Assert.StartsWith("https://", await document.GetAttributeAsync("href"), StringComparison.Ordinal);
            Assert.Matches("Table|Figure|Results|Abstract|page|[Tt]ext", await place.Locator(".derivation").InnerTextAsync());
        });

    [GeneratedRegex(@"\(SD \d")]
    private static partial Regex StandardDeviation();
}
