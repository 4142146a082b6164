using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed class KeyboardTests(Site site)
{
    private const int Stops = 40;

    public static TheoryData<string> Pages => Addresses.Rows;

    /// <summary>What has the focus: its words, whether something is drawn around it, and whether it can be seen in the window.</summary>
    private const string Focused = """
        () => {
          const element = document.activeElement;
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          return [
            element === document.body ? '' : `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? element.name ?? '').trim().slice(0, 50)}`,
            style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'marked' : '',
            box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth ? 'seen' : '',
          ];
        }
        """;

    [TheoryInBrowser]
    [MemberData(nameof(Pages))]
    public async Task The_first_stop_skips_past_the_header_and_every_stop_can_be_seen(string address) =>
        await site.ReadAsync(Device.Of("a desktop"), async reader =>
        {
            await reader.GoAsync(address);
            var stops = new List<string[]>();
            for (var at = 0; at < Stops; at++)
            {
                await reader.Page.Keyboard.PressAsync("Tab");
                stops.Add(await reader.Page.EvaluateAsync<string[]>(Focused));
                if (stops[^1][0].Length == 0)
                    break; // Past the last, where the browser's own bar would follow.
            }

            Assert.Equal("a Skip to the content", stops[0][0]);
            Assert.Equal("main", await SkippedToAsync(reader));
            Assert.True(stops.Count > 5, "The page has next to nothing that takes the focus.");
            Assert.Empty(stops.Where(stop => stop[0].Length > 0 && (stop[1], stop[2]) != ("marked", "seen")).Select(stop => string.Join(" | ", stop)));
        });

    /// <summary>Where the skip link leads.</summary>
    private static async Task<string> SkippedToAsync(Reader reader)
    {
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" }).FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        return await reader.Page.EvaluateAsync<string>("() => document.activeElement.id");
    }

    [FactInBrowser]
    public async Task A_slash_goes_to_the_search_box_from_anywhere() =>
        await site.ReadAsync(Device.Of("a desktop"), async reader =>
        {
            await reader.GoAsync("/claims");
            await reader.Page.Keyboard.PressAsync("/");
            await reader.Page.Keyboard.TypeAsync("dissociation");
            await reader.ChangeAsync(() => reader.Page.Keyboard.PressAsync("Enter"));

            Assert.Equal("/studies?q=dissociation", reader.Address);
        });
}
