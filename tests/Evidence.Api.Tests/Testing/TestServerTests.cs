using Npgsql;

namespace Evidence.Api.Tests.Testing;

public sealed class TestServerTests
{
    [Fact]
    public async Task A_template_is_prepared_once_and_its_copies_are_apart()
    {
        var prepared = 0;
        async Task PrepareAsync(string connection)
        {
            prepared++;
            await AskAsync(connection, "create table note as select 'from the template' as text");
        }

        var copies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => TestServer.CreateFromTemplateAsync("notes", PrepareAsync)));
        await AskAsync(copies[0], "delete from note");

        Assert.Equal(1, prepared);
        Assert.Equal(0L, await AskAsync(copies[0], "select count(*) from note"));
        foreach (var copy in copies[1..])
            Assert.Equal("from the template", await AskAsync(copy, "select text from note"));
    }

    [Fact]
    public async Task An_empty_database_has_no_tables()
    {
        var connection = await TestServer.CreateEmptyDatabaseAsync();

        Assert.Equal(0L, await AskAsync(connection, "select count(*) from pg_tables where schemaname = 'public'"));
    }

    private static async Task<object?> AskAsync(string connection, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }
}
