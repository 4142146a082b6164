using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

/// <summary>Whether a page fits the narrowest screen.</summary>
internal static class NarrowScreen
{
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

    /// <summary>What makes it scroll sideways at 320 pixels; nothing where it does not.</summary>
    public static async Task<string?> FaultAsync(Reader reader)
    {
        await reader.LookAsync(Device.Narrowest);
        var (width, room) = (await WidthAsync(reader, "scrollWidth"), await WidthAsync(reader, "clientWidth"));
        return width <= room
            ? null
            : $"{width} px wide in {room} px:\n" + string.Join('\n', (await reader.Page.EvaluateAsync<string[]>(Overhanging)).Take(8));
    }

    private static Task<int> WidthAsync(Reader reader, string which) =>
        reader.Page.EvaluateAsync<int>($"() => document.documentElement.{which}");
}
