using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>Somebody at a browser, who uses what is seen: links, labels, buttons. What goes wrong meanwhile is noted.</summary>
internal sealed class Reader : IAsyncDisposable
{
    /// <summary>Milliseconds that anything may take: what goes wrong fails at once, and a machine may be slow.</summary>
    public const int Patience = 120_000;

    private readonly IBrowserContext context;
    private readonly List<string> expected = [];
    private readonly string origin;

    private Reader(IBrowserContext context, IPage page, string origin, Device device) =>
        (this.context, Page, this.origin, Device) = (context, page, origin, device);

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>What is read on.</summary>
    public Device Device { get; }

    /// <summary>Errors in the console, violations of the policy, requests to other hosts, answers that failed.</summary>
    public ConcurrentQueue<string> Troubles { get; } = [];

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
        context.SetDefaultTimeout(Patience);
        await context.AddCookiesAsync([new() { Name = "evidence-session", Value = session, Domain = new Uri(origin).Host, Path = "/curate", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        var reader = new Reader(context, await context.NewPageAsync(), origin, device);
        reader.Watch();
        return reader;
    }

    /// <summary>Turns to another theme and width without leaving the page.</summary>
    public async Task LookAsync(Device device)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = device.Theme });
        await Page.SetViewportSizeAsync(device.Width, device.Height);
    }

    /// <summary>Goes to an address, as from a bookmark, and returns the page's HTML.</summary>
    public async Task<string> GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        Assert.True(answer is { Ok: true }, $"{address} answered {answer?.Status}");
        return await answer!.TextAsync();
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
    public void Expects(int status) => expected.Add(StatusText(status));

    /// <summary>From here on the page may be refused what it asks for without that being a trouble.</summary>
    public void ExpectsFailure() => expected.Add("net::ERR_FAILED");

    /// <summary>Does what changes the address, and waits until the page of the new one is there.</summary>
    public async Task ChangeAsync(Func<Task> act)
    {
        var before = Page.Url;
        await ChangeAsync(act, url => url != before);
    }

    /// <summary>
    /// Does what changes the address, and waits until the page of the one meant is there. The wait begins before the act: Playwright's
    /// WaitForURLAsync looks at the address first and listens afterwards, and a change between the two is lost to it.
    /// </summary>
    public async Task ChangeAsync(Func<Task> act, Func<string, bool> isMeant)
    {
        await TurnAsync(act, isMeant);
        await WaitUntilReadyAsync();
    }

    /// <summary>Does what changes the address, and waits for the address alone.</summary>
    public async Task TurnAsync(Func<Task> act, Func<string, bool> isMeant)
    {
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, IFrame frame)
        {
            if (isMeant(frame.Url))
                changed.TrySetResult();
        }

        Page.FrameNavigated += Look;
        try
        {
            await act();
            await changed.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
        }
        catch (TimeoutException problem)
        {
            throw new TimeoutException(string.Join('\n', [$"{problem.Message} The page is {Page.Url}.", .. Troubles]), problem);
        }
        finally
        {
            Page.FrameNavigated -= Look;
        }
    }

    /// <summary>Waits until the page is loaded and no answer is awaited that will replace it.</summary>
    public async Task WaitUntilReadyAsync()
    {
        await Page.WaitForLoadStateAsync();
        await Page.Locator("main:not([aria-busy])").WaitForAsync();
    }

    /// <summary>Takes the file behind a link that reads exactly so, or contains it, and gives the file's name and text.</summary>
    public async Task<(string Name, string Text)> DownloadAsync(string name, bool isExact = true)
    {
        var link = Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = isExact }).First;
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    /// <summary>What the page says, as one line.</summary>
    public async Task<string> TextAsync() => await Page.Locator("main").InnerTextAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static string StatusText(int status) => $"the server responded with a status of {status}";

    private void Watch()
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !expected.Any(text => message.Text.Contains(text, StringComparison.Ordinal)))
                Troubles.Enqueue($"{Page.Url}: console: {message.Text}");
        };
        context.WebError += (_, error) => Troubles.Enqueue($"{Page.Url}: script: {error.Error}");
        context.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !expected.Contains(StatusText(answer.Status)))
                Troubles.Enqueue($"{Page.Url}: {answer.Url} answered {answer.Status}");
        };
        // The browser finds no other host; that it looks for one is the trouble.
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin + "/", StringComparison.Ordinal))
                Troubles.Enqueue($"{Page.Url}: asked {request.Url}");
        };
    }
}
