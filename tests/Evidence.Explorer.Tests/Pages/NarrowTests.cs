using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed class NarrowTests(Site site)
{
    public static TheoryData<string> Pages => Addresses.Rows;

    /// <summary>The texts of the elements that reach past the right edge and do not stand in something that scrolls by itself.</summary>
    private const string Overhanging = """
        () => {
          const edge = document.documentElement.clientWidth;
          const scrolls = element => element && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
          return [...document.body.querySelectorAll('*')]
            .filter(element => element.getBoundingClientRect().right > edge + 1 && !scrolls(element.parentElement))
            .map(element => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}: ${element.textContent.trim().slice(0, 60)}`);
        }
        """;

    [TheoryInBrowser]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_320_pixels_without_scrolling_sideways(string address) =>
        await site.ReadAsync(Device.Narrowest, async reader =>
        {
            await reader.GoAsync(address);
            var (width, room) = (await WidthAsync(reader, "scrollWidth"), await WidthAsync(reader, "clientWidth"));
            Assert.True(width <= room, $"{width} px wide in {room} px:\n" + string.Join('\n', (await reader.Page.EvaluateAsync<string[]>(Overhanging)).Take(8)));
        });

    private static Task<int> WidthAsync(Reader reader, string which) =>
        reader.Page.EvaluateAsync<int>($"() => document.documentElement.{which}");
}
