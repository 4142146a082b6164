using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Files;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Commands;

public sealed class ExportTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private TestDatabase database = null!;

    private string Target => Path.Combine(folder.Path, "catalogue");

    public async Task InitializeAsync()
    {
        database = await TestDatabase.LoadedAsync();
        var study = (await TestDatabase.FilesAsync()).Select(file => file.Study).OfType<Catalogue.Study>().First();
        await database.WriteAsync(RecordWrite.Create(study with { Title = "Ünder a new title, “quoted” – and with 8 < 9" }));
        await database.ExecuteAsync(
            """
            update catalogue set newest_revision = 3;
            insert into revision (number, recorded_at, actor, reason) values (3, now(), 'a curator', 'withdrawn');
            update record_version set valid_until = 3 where record_id = 'zarate-2012' and valid_until > 3;
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(null)]
    public async Task What_is_loaded_from_an_export_is_the_same_to_the_digest(int? revision)
    {
        var ended = await EvidenceCommand.RunAsync(database, ["export", "--to", Target, .. revision is null ? Array.Empty<string>() : ["--revision", $"{revision}"]]);
        Assert.Equal(0, ended.ExitCode);
        var again = new TestDatabase(await TestServer.CreateEmptyDatabaseAsync());
        await again.StartAsync(await CatalogueFolder.ReadAsync(Target, _ => { }, CancellationToken.None));

        var loaded = await again.RowsAsync(Digests(1));

        Assert.Equal(await database.RowsAsync(Digests(revision ?? 3)), loaded);
        Assert.NotEmpty(loaded);
        Assert.Equal(revision is 1 or 2, File.Exists(Path.Combine(Target, "studies", "zarate-2012.json")));
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_refused_and_left_as_it_is()
    {
        var precious = Path.Combine(folder.Path, "precious");
        await File.WriteAllTextAsync(precious, "");

        var ended = await EvidenceCommand.RunAsync(database, "export", "--to", folder.Path);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("is not empty", ended.Errors, StringComparison.Ordinal);
        Assert.Equal([precious], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    public async Task A_revision_that_does_not_exist_is_refused_with_those_that_do(string revision)
    {
        var ended = await EvidenceCommand.RunAsync(database, "export", "--to", Target, "--revision", revision);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"no revision {revision}; its revisions are 1 to 3", ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task Lines_have_each_document_as_it_is_stored_with_its_digest()
    {
        var ended = await EvidenceCommand.StartAsync(database, "export", "--format", "ndjson");

        var records = ended.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(await database.AskAsync<long>($"select count(*) from ({Digests(3)}) q"), records.Count);
        Assert.All(records, record => Assert.Equal(
            record.GetProperty("digest").GetString(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.GetProperty("document").GetRawText())))));
        Assert.Single(records, record => record.GetProperty("version").GetInt32() == 2 && record.GetProperty("revision").GetInt64() == 2);
    }

    private static string Digests(int revision) =>
        $"select kind, record_id, digest from record_version where valid_from <= {revision} and valid_until > {revision}";
}
