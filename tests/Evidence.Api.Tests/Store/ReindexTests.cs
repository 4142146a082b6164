using Evidence.Api.Tests.Specification;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Store;

/// <summary>Another build of the program fills the filter tables anew, from the documents.</summary>
public sealed class ReindexTests : IAsyncLifetime
{
    private static readonly string[] FilterTables = ["study", "arm", "outcome", "outcome_arm", "onset", "risk_of_bias", "identifier", "effect", "change"];

    private IReadOnlyList<RecordWrite> files = [];
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        files = await TestDatabase.FilesAsync();
        database = await TestDatabase.LoadedAsync();
        await database.WriteAsync([.. Changes(1)]);
        await database.WriteAsync([.. Changes(2)]);
        await database.WithdrawAsync("study", "zarate-2006");
        await database.WithdrawAsync("study", "zarate-2012");
        await database.WriteAsync(files.Single(file => file.Id == "zarate-2006"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Tables_that_another_build_filled_become_what_this_build_writes()
    {
        var before = await DumpAsync();
        await database.ExecuteAsync(
            """
            update catalogue set index_build = gen_random_uuid();
            update study set design = 'of another build';
            delete from outcome_arm where version_id % 3 = 0;
            delete from study where version_id % 5 = 0;
            update change set subject = 'record' where revision = 2;
            delete from change where ordinal % 7 = 3;
            """);

        await database.StartAsync(files);

        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Tables_that_this_build_filled_are_left_alone()
    {
        await database.ExecuteAsync("update study set design = 'left alone'");

        await database.StartAsync(files);

        Assert.Equal(0, await database.AskAsync<long>("select count(*) from study where design <> 'left alone'"));
    }

    [Fact]
    public async Task A_record_that_is_written_meanwhile_is_not_lost()
    {
        await database.ExecuteAsync("update catalogue set index_build = gen_random_uuid()");
        Task writing = Task.CompletedTask;
        void WriteMeanwhile(string progress)
        {
            if (!progress.StartsWith("Filling", StringComparison.Ordinal))
                return;
            writing = Task.Run(() => database.WriteAsync([.. Changes(3)]));
            // Time for the write to end where nothing holds it back.
            Task.WaitAny([writing], TimeSpan.FromSeconds(1));
        }

        await database.StartAsync(files, WriteMeanwhile);
        await writing;

        Assert.Equal(7, await database.AskAsync<long>("select newest_revision from catalogue"));
        Assert.Empty(await database.RowsAsync(
            "select record_id, version from record_version where kind = 'study' and version_id not in (select version_id from study)"));
    }

    private IEnumerable<RecordWrite> Changes(int seed)
    {
        var scramble = new Scramble(seed);
        return files.Select(file => file.Study).OfType<Catalogue.Study>().Take(20).Select(study => RecordWrite.Create(scramble.Of(study)));
    }

    private async Task<IReadOnlyList<string>> DumpAsync()
    {
        var rows = new List<string>();
        foreach (var table in FilterTables)
            rows.AddRange((await database.RowsAsync($"select * from {table}")).Select(row => $"{table} {row}"));
        return rows;
    }
}
