using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>The browser of the system: none is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
        // Whatever a page asks for, no name is looked up.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        // A sandbox of Chromium's own is refused to root.
        .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
    ];

    private static string? Program { get; } = Find();

    /// <summary>Why there is no browser; nothing where there is one.</summary>
    public static string? Lacking { get; } = Program is null ? "Chromium is not installed (Debian: apt-get install chromium)." : null;

    /// <summary>Starts it without a window.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });

    private static string? Find() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin")
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
