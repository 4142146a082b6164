using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Api.Tests.Database;

public sealed class MigrationsTests : IAsyncLifetime
{
    private static readonly Migration First = Migration.Create("0001_shelf", "create table shelf (name text);\n-- a shelf\n");
    private static readonly Migration Second = Migration.Create("0002_book", "create table book (name text);");

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = new TestDatabase(await TestServer.CreateEmptyDatabaseAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_is_applied_once_and_in_order()
    {
        Assert.Equal(["Migrating the database: 0001_shelf"], await MigrateAsync(First));
        Assert.Equal(["Migrating the database: 0002_book"], await MigrateAsync(First, Second));
        Assert.Empty(await MigrateAsync(First, Second));

        Assert.Equal(["(1,0001_shelf)", "(2,0002_book)"], await database.RowsAsync("select number, name from schema_migration"));
    }

    [Theory]
    [InlineData("create table shelf (name text);\n-- the shelf\n")]
    [InlineData("create table shelf (name text);\n-- a shelf\n\n")]
    public async Task An_old_one_that_was_edited_stops_the_start_were_it_only_a_comment(string edited)
    {
        await MigrateAsync(First);

        var problem = await Assert.ThrowsAsync<StartupException>(() => MigrateAsync(Migration.Create(First.Name, edited), Second));

        Assert.Matches(
            "^Migration 0001_shelf was changed after it had been applied to this database .*Put the old file back and make the change in a new migration\\.$",
            problem.Message);
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from pg_tables where tablename = 'book'"));
    }

    [Fact]
    public async Task Line_ends_of_a_checkout_are_no_edit()
    {
        await MigrateAsync(First);

        Assert.Empty(await MigrateAsync(Migration.Create(First.Name, First.Sql.ReplaceLineEndings("\r\n"))));
    }

    [Fact]
    public async Task A_schema_that_is_newer_than_the_program_stops_the_start()
    {
        await MigrateAsync(First, Second);

        var problem = await Assert.ThrowsAsync<StartupException>(() => MigrateAsync(First));

        Assert.Equal(
            "The database is newer than this program: it has migration 0002_book, this program knows 0001_shelf as the last. "
            + "Start a program at least as new as the one that last ran on it.",
            problem.Message);
    }

    [Fact]
    public async Task One_that_fails_leaves_nothing_behind_and_can_be_mended()
    {
        var broken = Migration.Create("0002_book", "create table book (name text); select 1 / 0;");

        await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(First, broken));
        Assert.Equal(["Migrating the database: 0002_book"], await MigrateAsync(First, Second));
    }

    [Fact]
    public void Those_of_the_program_are_numbered_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Migrations.All.Count), Migrations.All.Select(migration => migration.Number));

    private async Task<IReadOnlyList<string>> MigrateAsync(params Migration[] migrations)
    {
        var progress = new List<string>();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await Migrations.ApplyAsync(connection, migrations, TimeProvider.System, progress.Add, CancellationToken.None);
        return progress;
    }
}
