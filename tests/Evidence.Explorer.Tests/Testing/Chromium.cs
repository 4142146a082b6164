using Evidence.Api.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>The browser of the system, started once in a run: none is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
        // There is no screen, and its imitation costs more than the drawing.
        "--disable-gpu",
        // Whatever a page asks for, no name is looked up.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        // A sandbox of Chromium's own is refused to root.
        .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    private static string? Program { get; } = Find();

    /// <summary>Says why there is no browser; null if there is one.</summary>
    public static string? Lacking { get; } = Program is null ? "Chromium is not installed (Debian: apt-get install chromium)." : null;

    /// <summary>Returns the browser, which the first caller starts and the end of the run closes.</summary>
    public static Task<IBrowser> BrowserAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Reader.Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments, Timeout = Reader.Patience });
        TestServer.AtEnd(async () =>
        {
            await browser.DisposeAsync();
            playwright.Dispose();
        });
        return browser;
    }

    private static string? Find() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin").Split(Path.PathSeparator)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
