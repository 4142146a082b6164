using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Keys;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>
/// The service that the pages are read from: the real catalogue, a second revision with texts that are hard on every page, and a third that
/// corrects a figure of a study in the pool of the tasks.
/// </summary>
public sealed class Site : ServiceOfTwoRevisions
{
    private string session = "";

    /// <summary>Scheme, host and port.</summary>
    public string Origin => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>axe-core's program, which a page is given to check itself with.</summary>
    internal static Lazy<Task<string>> Axe { get; } = new(ReadAxeAsync);

    /// <summary>The folder of the checkers that npm installs.</summary>
    internal static string Checkers => Repository.At("tests/Evidence.Explorer.Tests/checkers");

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        if (Chromium.Lacking is not null)
            return; // Every test is skipped.
        await base.InitializeAsync();
        await CorrectAsync();
        await ReportAsync();
        session = await SignInAsync();
    }

    /// <summary>Lets somebody read, and fails if a page meanwhile complained or asked another host for anything.</summary>
    internal async Task ReadAsync(Device device, Func<Reader, Task> read)
    {
        await using var reader = await Reader.OpenAsync(await Chromium.BrowserAsync(), Origin, device, session);
        await read(reader);
        Assert.True(reader.Troubles.IsEmpty, string.Join('\n', reader.Troubles));
    }

    private async Task CorrectAsync()
    {
        var given = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "catalogue", "studies", Correction.StudyId + ".json"));
        var study = CatalogueJson.Read<Study>(given).Value!;
        await new TestDatabase(ConnectionString).WriteAsync(RecordWrite.Create(Correction.Of(study)));
    }

    /// <summary>A correction under an address that is known beforehand.</summary>
    private Task ReportAsync() => new TestDatabase(ConnectionString).ExecuteAsync($"""
        insert into correction (correction_id, study_id, pointer, seen_revision, seen, proposed, source, note, reported_at)
        values ('{Correction.Id}', '{Correction.StudyId}', '/enrolled', 3, '73', '74', 'Table 1 of the article', 'A <b>note</b>.', now())
        """);

    /// <summary>The session of a curator, whose pages are read too.</summary>
    private async Task<string> SignInAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        var key = await KeyStore.CreateAsync(connection, "Jane Doe", Roles.Curator, null, "a test", now, CancellationToken.None);
        return (await StartSessionAsync(key.Id)).Split(';')[0].Split('=', 2)[1];
    }

    private static async Task<string> ReadAxeAsync()
    {
        await Npm.InstallAsync(Checkers);
        return await File.ReadAllTextAsync(Path.Combine(Checkers, "node_modules", "axe-core", "axe.min.js"));
    }
}

/// <summary>The site of all classes that only read it, started by the first and stopped at the end of the run.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    private static readonly Lazy<Task<Site>> Started = new(StartAsync);

    /// <summary>The site itself.</summary>
    internal Site Site { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync() => Site = await Started.Value;

    /// <inheritdoc />
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        TestServer.AtEnd(site.DisposeAsync);
        return site;
    }
}
