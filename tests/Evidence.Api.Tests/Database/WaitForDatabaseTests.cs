using System.Net;
using System.Net.Sockets;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Api.Tests.Database;

public sealed class WaitForDatabaseTests
{
    private const string Secret = "do-not-tell";

    [Fact]
    public async Task A_database_that_is_there_is_not_waited_for()
    {
        var messages = await WaitAsync(await TestServer.CreateEmptyDatabaseAsync(), seconds: 20);

        Assert.Empty(messages);
    }

    [Fact]
    public async Task A_database_that_comes_later_is_waited_for()
    {
        using var folder = new TemporaryFolder();
        await PrivateData.CopyAsync(folder);
        await using var postgres = new PrivatePostgres(folder.Path);
        await postgres.StartAsync(_ => { }, CancellationToken.None);
        await postgres.DisposeAsync();

        var waiting = WaitAsync(postgres.ConnectionString, seconds: 60);
        await postgres.StartAsync(_ => { }, CancellationToken.None);

        Assert.Contains("Waiting for The database evidence", Assert.Single((await waiting).Take(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1", "refused")]
    [InlineData("Host=no-such-host.invalid", "no-such-host.invalid:5432 did not accept")]
    public async Task A_database_that_never_comes_is_given_up(string server, string reason)
    {
        var refusal = await RefusedAsync($"{server};Username=someone;Password={Secret};Database=some", seconds: 2);

        Assert.Contains("within 2 seconds", refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_takes_connections_but_never_answers_is_given_up()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var refusal = await RefusedAsync($"Host=127.0.0.1;Port={port};Username=someone;Password={Secret}", seconds: 2);

        Assert.Contains("within 2 seconds", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told_at_once()
    {
        var connection = new NpgsqlConnectionStringBuilder(await TestServer.CreateEmptyDatabaseAsync()) { Database = "nowhere" };

        var refusal = await RefusedAsync(connection.ConnectionString);

        Assert.Contains("database \"nowhere\" does not exist", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_at_once_and_not_repeated()
    {
        using var folder = new TemporaryFolder();
        await using var postgres = await WithPasswordsAsync(folder);

        var refusal = await RefusedAsync($"{postgres.ConnectionString};Password={Secret}");

        Assert.Contains("refuses the password", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_password_is_told_at_once()
    {
        using var folder = new TemporaryFolder();
        await using var postgres = await WithPasswordsAsync(folder);

        Assert.Contains("password", await RefusedAsync(postgres.ConnectionString), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unknown_role_is_told_at_once()
    {
        var connection = new NpgsqlConnectionStringBuilder(await TestServer.CreateEmptyDatabaseAsync()) { Username = "stranger" };

        var refusal = await RefusedAsync($"{connection.ConnectionString};Password={Secret}");

        Assert.Contains("stranger", refusal, StringComparison.Ordinal);
    }

    internal static async Task<PrivatePostgres> WithPasswordsAsync(TemporaryFolder folder)
    {
        await PrivateData.CopyAsync(folder);
        var postgres = new PrivatePostgres(folder.Path);
        await postgres.StartAsync(_ => { }, CancellationToken.None);
        var data = Directory.EnumerateDirectories(Path.Combine(folder.Path, "private-postgres"))
            .Single(path => File.Exists(Path.Combine(path, "PG_VERSION")));
        await File.WriteAllTextAsync(
            Path.Combine(data, "pg_hba.conf"), "local all postgres trust\nlocal all all scram-sha-256\n");
        await using (var source = NpgsqlDataSource.Create(postgres.ConnectionString))
        await using (var command = source.CreateCommand("alter role evidence password 'the right one'"))
            await command.ExecuteNonQueryAsync();
        await postgres.StartAsync(_ => { }, CancellationToken.None);
        return postgres;
    }

    private static async Task<string> RefusedAsync(string connection, int seconds = 20)
    {
        var refusal = (await Assert.ThrowsAsync<StartupException>(() => WaitAsync(connection, seconds))).Message;
        Assert.DoesNotContain(Secret, refusal, StringComparison.Ordinal);
        if (seconds > 10) Assert.DoesNotContain("within", refusal, StringComparison.Ordinal);
        return refusal;
    }

    private static async Task<List<string>> WaitAsync(string connection, int seconds)
    {
        var messages = new List<string>();
        await using var source = NpgsqlDataSource.Create(connection);
        await DatabaseReadiness.WaitAsync(source, TimeSpan.FromSeconds(seconds), messages.Add, CancellationToken.None);
        return messages;
    }
}
