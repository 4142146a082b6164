using System.Text.Json;
using System.Text.RegularExpressions;
using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Tasks;

public sealed partial class CiteTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task The_filtered_set_is_cited_in_Zotero(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await reader.GoAsync("/");
            await reader.OpenSectionAsync("Studies");
            var everything = await CountAsync(reader);
            await ChooseAsync(reader, "comparator", "Midazolam");
            var chosen = await CountAsync(reader);
            Assert.InRange(chosen, 2, everything - 1);

            var (risName, ris) = await reader.DownloadAsync("RIS");
            var (cslName, csl) = await reader.DownloadAsync("CSL-JSON");
            var references = JsonElement.Parse(csl).EnumerateArray().ToList();

            Assert.Equal(("studies.ris", "studies.csl.json"), (risName, cslName));
            Assert.True(references.Count >= chosen);
            Assert.Equal(references.Count, TypeLine().Count(ris));
            Assert.Equal(references.Count, EndLine().Count(ris));
            Assert.All(references, reference => Assert.NotEmpty(reference.GetProperty("title").GetString()!));
            Assert.All(references, reference => Assert.Contains(reference.GetProperty("title").GetString()!.Split('\n')[0], ris, StringComparison.Ordinal));
        });

    private static async Task ChooseAsync(Reader reader, string facet, string term)
    {
        var isOpen = await reader.Page.Locator($"#facet-{facet}").IsVisibleAsync();
        if (!isOpen)
            await reader.Page.Locator("#filters > summary").ClickAsync();
        var box = reader.Page.Locator($"#facet-{facet}").GetByLabel(term);
        if (reader.Device.HasScript)
        {
            await reader.ChangeAsync(() => box.First.CheckAsync());
            return;
        }

        await box.First.CheckAsync();
        await reader.ChangeAsync(() => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show studies" }).ClickAsync());
    }

    private static async Task<int> CountAsync(Reader reader) =>
        int.Parse((await reader.Page.Locator("#count").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^TY  - ", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex("^ER  - ", RegexOptions.Multiline)]
    private static partial Regex EndLine();
}
