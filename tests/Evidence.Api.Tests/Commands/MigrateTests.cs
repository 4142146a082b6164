using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;

namespace Evidence.Api.Tests.Commands;

public sealed class MigrateTests
{
    [Fact]
    public async Task An_empty_database_gets_every_migration_and_no_record()
    {
        var database = new TestDatabase(await TestServer.CreateEmptyDatabaseAsync());

        var first = await EvidenceCommand.RunAsync(database, "migrate");
        var second = await EvidenceCommand.RunAsync(database, "migrate");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(Migrations.All.Select(migration => migration.Name), first.Lines);
        Assert.Equal("", second.Output);
        Assert.Contains("Nothing to apply", second.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from record_version"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        var database = await TestDatabase.LoadedAsync();
        await database.ExecuteAsync("insert into schema_migration (number, name, digest, applied_at) values (9999, '9999_to_come', 'unknown', now())");

        var ended = await EvidenceCommand.RunAsync(database, "migrate");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("newer than this program: it has migration 9999_to_come", ended.Errors, StringComparison.Ordinal);
    }
}
