using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Store;

public sealed class CatalogueLoaderTests : IAsyncLifetime
{
    private const string Changed = "Changed for a test";

    private IReadOnlyList<RecordWrite> files = [];
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        files = await TestDatabase.FilesAsync();
        database = await TestDatabase.LoadedAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_first_start_writes_every_record_once_in_one_revision()
    {
        Assert.Equal(1, await NewestAsync());
        Assert.Equal(
            files.Select(file => $"({file.Kind},{file.Id},1,1)").Order(StringComparer.Ordinal),
            await database.RowsAsync("select kind, record_id, version, valid_from from record_version"));
    }

    [Fact]
    public async Task A_start_with_unchanged_files_writes_nothing()
    {
        var before = await VersionsAsync();

        await database.StartAsync(files);
        await database.StartAsync(files);

        Assert.Equal(1, await NewestAsync());
        Assert.Equal(before, await VersionsAsync());
    }

    [Fact]
    public async Task All_changes_of_a_start_are_one_revision_and_a_changed_record_gets_one_version()
    {
        var before = await VersionsAsync();
        var study = files.First(file => file.Kind == "study");
        var claim = files.First(file => file.Kind == "claim");
        var added = RecordWrite.Create(study.Study! with { Id = "new-2026" });
        var changedClaim = RecordWrite.Create(CatalogueJson.Read<Claim>(claim.Document).Value! with { Statement = Changed });
        RecordWrite[] changes = [WithTitle(study, Changed), changedClaim, added];

        await database.StartAsync([.. files.Where(file => file != study && file != claim), .. changes]);

        Assert.Equal(2, await NewestAsync());
        Assert.Equal(
            changes.Select(change => $"({change.Kind},{change.Id},{(change == added ? 1 : 2)})").Order(StringComparer.Ordinal),
            await database.RowsAsync("select kind, record_id, version from record_version where valid_from = 2"));
        Assert.Equal(before.Count + changes.Length, (await VersionsAsync()).Count);
        Assert.Equal(
            "Loaded the catalogue files: 1 study changed, 1 claim changed, 1 study added",
            await database.AskAsync<string>("select reason from revision where number = 2"));
    }

    [Fact]
    public async Task The_old_version_ends_where_the_new_one_begins()
    {
        var study = files.First(file => file.Kind == "study");

        await database.StartAsync([.. files.Where(file => file != study), WithTitle(study, Changed)]);

        Assert.Equal(
            [$"({study.Id},1,1,2)", $"({study.Id},2,2,9223372036854775807)"],
            await database.RowsAsync($"select record_id, version, valid_from, valid_until from record_version where record_id = '{study.Id}'"));
    }

    [Fact]
    public async Task A_curators_later_edit_is_not_undone_by_a_start_with_unchanged_files()
    {
        var edited = WithTitle(files.First(file => file.Kind == "study"), Changed);
        await database.WriteAsync(edited);

        await database.StartAsync(files);

        Assert.Equal(2, await NewestAsync());
        Assert.Equal(edited.Document, await NewestDocumentAsync(edited.Id));
    }

    [Fact]
    public async Task A_file_that_changes_after_a_curators_edit_becomes_the_next_version()
    {
        var study = files.First(file => file.Kind == "study");
        await database.WriteAsync(WithTitle(study, Changed));
        var later = WithTitle(study, "Changed in the file");

        await database.StartAsync([.. files.Where(file => file != study), later]);

        Assert.Equal(3, await database.AskAsync<int>($"select max(version) from record_version where record_id = '{study.Id}'"));
        Assert.Equal(later.Document, await NewestDocumentAsync(study.Id));
    }

    [Fact]
    public async Task A_file_that_catches_up_with_a_curators_edit_writes_nothing()
    {
        var study = files.First(file => file.Kind == "study");
        var edited = WithTitle(study, Changed);
        await database.WriteAsync(edited);
        var caughtUp = files.Where(file => file != study).Append(edited).ToList();

        await database.StartAsync(caughtUp);
        await database.WriteAsync(study);
        await database.StartAsync(caughtUp);

        Assert.Equal(3, await NewestAsync());
        Assert.Equal(study.Document, await NewestDocumentAsync(study.Id));
    }

    [Fact]
    public async Task A_record_whose_file_is_gone_stays()
    {
        var before = await VersionsAsync();

        await database.StartAsync([.. files.Skip(1)]);

        Assert.Equal(before, await VersionsAsync());
    }

    [Fact]
    public async Task A_start_that_fails_leaves_no_trace_and_no_lock()
    {
        var study = files.First(file => file.Kind == "study");
        var broken = new RecordWrite("recipe", "none", "{}"u8.ToArray(), null);

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.StartAsync([WithTitle(study, Changed), broken]));
        await database.StartAsync(files);

        Assert.Equal(1, await NewestAsync());
        Assert.Equal(files.Count, (await VersionsAsync()).Count);
    }

    [Fact]
    public async Task Ten_starts_at_once_on_an_empty_database_load_the_catalogue_once()
    {
        var empty = new TestDatabase(await TestServer.CreateEmptyDatabaseAsync());
        var progress = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => empty.StartAsync(files, progress.Add)));

        Assert.Equal(1, await empty.AskAsync<long>("select newest_revision from catalogue"));
        Assert.Equal(files.Count, await empty.AskAsync<long>("select count(*) from record_version"));
        Assert.Equal(Migrations.All.Count, await empty.AskAsync<long>("select count(*) from schema_migration"));
        Assert.Single(progress, said => said.StartsWith("Records loaded", StringComparison.Ordinal));
        Assert.Equal(9, progress.Count(said => said == "The catalogue is unchanged since the last start"));
    }

    private Task<long> NewestAsync() => database.AskAsync<long>("select newest_revision from catalogue");

    private Task<IReadOnlyList<string>> VersionsAsync() =>
        database.RowsAsync("select kind, record_id, version, valid_from, valid_until, digest from record_version");

    private async Task<byte[]> NewestDocumentAsync(string id) =>
        System.Text.Encoding.UTF8.GetBytes(await database.AskAsync<string>(
            $"select document::text from record_version where kind = 'study' and record_id = '{id}' order by version desc limit 1"));

    private static RecordWrite WithTitle(RecordWrite study, string title) => RecordWrite.Create(study.Study! with { Title = title });
}
