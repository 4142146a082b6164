using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>Somebody at a browser, who uses what is seen: links, labels, buttons. What goes wrong meanwhile is noted.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly HashSet<int> expected = [];
    private readonly string origin;

    private Reader(IBrowserContext context, IPage page, string origin, Device device) =>
        (this.context, Page, this.origin, Device) = (context, page, origin, device);

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>What is read on.</summary>
    public Device Device { get; }

    /// <summary>Errors in the console, violations of the policy, requests to other hosts, answers that failed.</summary>
    public List<string> Troubles { get; } = [];

    /// <summary>Path, query and fragment of the page.</summary>
    public string Address => Page.Url[origin.Length..];

    /// <summary>Opens a window. The session goes along to the pages of curators alone, so that all others are read as anybody reads them.</summary>
    public static async Task<Reader> OpenAsync(IBrowser browser, string origin, Device device, string session)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = origin,
            ColorScheme = device.Theme,
            JavaScriptEnabled = device.HasScript,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = device.Width, Height = device.Height },
        });
        await context.AddCookiesAsync([new() { Name = "evidence-session", Value = session, Domain = new Uri(origin).Host, Path = "/curate", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        var reader = new Reader(context, await context.NewPageAsync(), origin, device);
        await reader.WatchAsync();
        return reader;
    }

    /// <summary>Turns to another theme and width without leaving the page.</summary>
    public async Task LookAsync(Device device)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = device.Theme });
        await Page.SetViewportSizeAsync(device.Width, device.Height);
    }

    /// <summary>Goes to an address, as from a bookmark.</summary>
    public async Task GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        Assert.True(answer is { Ok: true }, $"{address} answered {answer?.Status}");
    }

    /// <summary>Follows the link that reads so.</summary>
    public async Task FollowAsync(string name, ILocator? within = null)
    {
        var link = (within ?? Page.Locator("body")).GetByRole(AriaRole.Link, new() { Name = name }).First;
        await ChangeAsync(() => link.ClickAsync());
    }

    /// <summary>Follows a link of the header.</summary>
    public Task OpenSectionAsync(string name) => FollowAsync(name, Page.GetByRole(AriaRole.Navigation, new() { Name = "Sections" }));

    /// <summary>From here on a page may answer so without that being a trouble.</summary>
    public void Expects(int status) => expected.Add(status);

    /// <summary>Does what changes the address, and waits until the page of the new one is there.</summary>
    public async Task ChangeAsync(Func<Task> act)
    {
        var before = Page.Url;
        await act();
        await Page.WaitForURLAsync(url => url != before, new() { WaitUntil = WaitUntilState.Load });
        await Page.Locator("main:not([aria-busy])").WaitForAsync();
    }

    /// <summary>Takes the file behind a link, and gives its name and text.</summary>
    public async Task<(string Name, string Text)> DownloadAsync(string name, ILocator? within = null)
    {
        var link = (within ?? Page.Locator("body")).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    /// <summary>What the page says, as one line.</summary>
    public async Task<string> TextAsync() => await Page.Locator("main").InnerTextAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task WatchAsync()
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !expected.Any(status => message.Text.Contains($"the server responded with a status of {status}", StringComparison.Ordinal)))
                Troubles.Add($"{Page.Url}: console: {message.Text}");
        };
        context.WebError += (_, error) => Troubles.Add($"{Page.Url}: script: {error.Error}");
        context.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !expected.Contains(answer.Status))
                Troubles.Add($"{Page.Url}: {answer.Url} answered {answer.Status}");
        };
        await context.RouteAsync(url => !url.StartsWith(origin + "/", StringComparison.Ordinal), route =>
        {
            Troubles.Add($"{Page.Url}: asked {route.Request.Url}");
            return route.AbortAsync();
        });
    }
}
