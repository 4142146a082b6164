using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Pages;

/// <summary>How a page prints.</summary>
internal static class Paper
{
    private const int A4Pixels = 794;

    /// <summary>The least and the greatest lightness, 0 to 255, of the text of the content and of the ground of the page.</summary>
    private const string Ink = """
        () => {
          const light = colour => { const [r, g, b] = colour.match(/[\d.]+/g).map(Number); return (r * 299 + g * 587 + b * 114) / 1000; };
          const ground = getComputedStyle(document.body).backgroundColor;
          return [
            light(getComputedStyle(document.querySelector('main h1')).color),
            ground === 'rgba(0, 0, 0, 0)' ? 255 : light(ground),
          ];
        }
        """;

    /// <summary>The page prints dark on white though the screen be dark, and keeps what it says.</summary>
    public static async Task CheckAsync(Reader reader)
    {
        await reader.LookAsync(Device.Of("wide and dark") with { Width = A4Pixels });
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var ink = await reader.Page.EvaluateAsync<double[]>(Ink);

        Assert.True(ink[0] < 80, $"The heading prints with lightness {ink[0]}.");
        Assert.True(ink[1] > 240, $"The ground prints with lightness {ink[1]}.");
        Assert.True(await reader.Page.Locator("main h1").IsVisibleAsync());
        Assert.False(await reader.Page.GetByRole(AriaRole.Search).First.IsVisibleAsync(), "A search box is no use on paper.");
        Assert.Contains("No medical advice", await reader.Page.Locator("footer").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.True((await reader.Page.PdfAsync(new() { Format = "A4" })).AsSpan().StartsWith("%PDF-"u8));
    }
}
