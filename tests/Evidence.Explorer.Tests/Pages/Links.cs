using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Pages;

/// <summary>What a page points to, as the browser's own parser reads it.</summary>
/// <param name="Addresses">Where its links, forms without fields, pictures, scripts and styles lead, as they are written.</param>
/// <param name="Ids">The places that a fragment may name.</param>
/// <param name="Unguarded">Links to other hosts that would tell them where the reader came from.</param>
internal sealed record Links(string[] Addresses, string[] Ids, string[] Unguarded)
{
    private const string Read = """
        html => {
          const page = new DOMParser().parseFromString(html, 'text/html');
          const all = (selector, name) => [...page.querySelectorAll(selector)].map(element => element.getAttribute(name));
          return [
            [...all('[href]', 'href'), ...all('[src]', 'src'), ...all('form[action]:not([method=post])', 'action'),
             ...all('[srcset]', 'srcset').map(set => set.trim().split(/\s/)[0])],
            all('[id]', 'id'),
            [...page.querySelectorAll('a[href^=http]')].filter(link => !link.relList.contains('noreferrer')).map(link => link.getAttribute('href')),
          ];
        }
        """;

    /// <summary>Reads a page's text in a window that shows nothing.</summary>
    public static async Task<Links> OfAsync(IPage window, string html)
    {
        var read = await window.EvaluateAsync<string[][]>(Read, html);
        return new Links(read[0], read[1], read[2]);
    }
}
