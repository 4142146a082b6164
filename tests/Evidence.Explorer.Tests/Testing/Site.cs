using Evidence.Api.Hosting.Store;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>
/// The service and one browser for all tests: the real catalogue, a second revision with texts that are hard on every page, and a third that
/// corrects a figure of a study in the pool of the tasks.
/// </summary>
public sealed class Site : ServiceOfTwoRevisions
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Scheme, host and port.</summary>
    public string Origin => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>axe-core's program, which a page is given to check itself with.</summary>
    internal Lazy<Task<string>> Axe { get; } = new(ReadAxeAsync);

    /// <summary>The folder of the checkers that npm installs.</summary>
    internal static string Checkers => Repository.At("tests/Evidence.Explorer.Tests/checkers");

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        if (Chromium.Lacking is not null)
            return; // Every test is skipped.
        await base.InitializeAsync();
        await CorrectAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Lets somebody read, and fails if a page meanwhile complained or asked another host for anything.</summary>
    internal async Task ReadAsync(Device device, Func<Reader, Task> read)
    {
        await using var reader = await Reader.OpenAsync(browser!, Origin, device);
        await read(reader);
        Assert.True(reader.Troubles.Count == 0, string.Join('\n', reader.Troubles));
    }

    private async Task CorrectAsync()
    {
        var given = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "catalogue", "studies", Correction.StudyId + ".json"));
        var study = CatalogueJson.Read<Study>(given).Value!;
        await new TestDatabase(ConnectionString).WriteAsync(RecordWrite.Of(Correction.Of(study)));
    }

    private static async Task<string> ReadAxeAsync()
    {
        await Npm.InstallAsync(Checkers);
        return await File.ReadAllTextAsync(Path.Combine(Checkers, "node_modules", "axe-core", "axe.min.js"));
    }
}

/// <summary>Tests that share the service and the browser.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<Site>
{
    /// <summary>The name by which a test class joins.</summary>
    public const string Name = "Site";
}
