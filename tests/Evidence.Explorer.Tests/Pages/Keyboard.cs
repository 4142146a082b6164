using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Pages;

/// <summary>How a page is walked through with the keyboard.</summary>
internal static class Keyboard
{
    private const int Stops = 40;

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

    /// <summary>Checks that the first stop of a page just loaded skips past the header, and that every stop can be seen.</summary>
    public static async Task CheckAsync(Reader reader)
    {
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
    }

    /// <summary>Returns the id of what the skip link leads to.</summary>
    private static async Task<string> SkippedToAsync(Reader reader)
    {
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" }).FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        return await reader.Page.EvaluateAsync<string>("() => document.activeElement.id");
    }
}
