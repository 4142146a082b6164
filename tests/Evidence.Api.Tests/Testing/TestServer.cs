using System.Collections.Concurrent;
using System.Net.Sockets;
using Evidence.Store.Database;
using Npgsql;
using Testcontainers.PostgreSql;

namespace Evidence.Api.Tests.Testing;

/// <summary>
/// The PostgreSQL of this test run, started once: the one EVIDENCE_TEST_DATABASE names, else a container where an engine
/// answers, else a private server. <see cref="TestRun"/> ends it, and nothing of it is left.
/// </summary>
internal static class TestServer
{
    // Nothing here outlives a crash of the machine, so nothing is worth the wait for its disk.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "300",
    };

    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static readonly ConcurrentBag<string> Databases = [];
    private static readonly ConcurrentBag<Func<Task>> Users = [];
    private static Func<Task> end = () => Task.CompletedTask;

    /// <summary>Makes an empty database and returns how to connect to it.</summary>
    public static Task<string> CreateEmptyDatabaseAsync() => CreateAsync("test", "template0");

    /// <summary>Makes a copy of a database that <paramref name="prepare"/>, told how to connect, fills once in a run.</summary>
    public static async Task<string> CreateFromTemplateAsync(string templateName, Func<string, Task> prepare)
    {
        var template = Templates.GetOrAdd(templateName, name => new Lazy<Task<string>>(() => PrepareAsync(name, prepare)));
        return await CreateAsync("test", await template.Value);
    }

    /// <summary>Names what has to be ended before the server is: a service that lives as long as the run.</summary>
    public static void AtEnd(Func<Task> user) => Users.Add(user);

    /// <summary>Lets a database be read only, from the next transaction of every connection on.</summary>
    public static async Task RefuseWritesAsync(string connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await ExecuteAsync($"alter database {Quoted(database)} set default_transaction_read_only = on");
        // Connections of before know nothing of it; whoever holds them opens others.
        using (var pooled = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(pooled);
        await ExecuteAsync($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{database}'");
    }

    /// <summary>Takes away what the run has made.</summary>
    public static async Task EndAsync()
    {
        foreach (var user in Users)
            await user();
        await end();
    }

    private static async Task<string> PrepareAsync(string name, Func<string, Task> prepare)
    {
        var connection = await CreateAsync($"template_{name}", "template0");
        await prepare(connection);
        var database = new NpgsqlConnectionStringBuilder(connection).Database!;
        // A database is copied only while nobody is connected, and a pool may still be.
        await ExecuteAsync($"alter database {Quoted(database)} with allow_connections false");
        await ExecuteAsync($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{database}'");
        return database;
    }

    private static async Task<string> CreateAsync(string prefix, string template)
    {
        var name = $"{prefix}_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {Quoted(name)} template {Quoted(template)}");
        Databases.Add(name);
        return new NpgsqlConnectionStringBuilder(await Server.Value) { Database = name }.ConnectionString;
    }

    private static async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(await Server.Value);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("EVIDENCE_TEST_DATABASE") is { Length: > 0 } given)
        {
            end = DropAllAsync;
            return given;
        }

        return await EngineAnswersAsync() ? await StartContainerAsync() : await StartPrivateAsync();
    }

    private static async Task<string> StartContainerAsync()
    {
        var options = Settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
        var container = new PostgreSqlBuilder("postgres:17-alpine").WithCommand([.. options]).Build();
        end = () => container.DisposeAsync().AsTask();
        await container.StartAsync();
        return container.GetConnectionString();
    }

    private static async Task<string> StartPrivateAsync()
    {
        var folder = new TemporaryFolder();
        var postgres = new PrivatePostgres(folder.Path, settings: Settings);
        end = async () =>
        {
            await postgres.DisposeAsync();
            folder.Dispose();
        };
        await postgres.StartAsync(_ => { }, CancellationToken.None);
        return postgres.ConnectionString;
    }

    private static async Task DropAllAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var database in Databases) await ExecuteAsync($"drop database if exists {Quoted(database)} with (force)");
    }

    /// <summary>Whether a container engine is listening, found out in no time where there is none.</summary>
    private static async Task<bool> EngineAnswersAsync()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var named = Environment.GetEnvironmentVariable("DOCKER_HOST");
        string[] engines = named is { Length: > 0 }
            ? [named]
            : ["unix:///var/run/docker.sock", $"unix://{home}/.docker/run/docker.sock"];
        foreach (var engine in engines)
            if (Uri.TryCreate(engine, UriKind.Absolute, out var address) && await AnswersAsync(address)) return true;
        return false;
    }

    private static async Task<bool> AnswersAsync(Uri engine)
    {
        var local = engine.Scheme == "unix";
        using var socket = local
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            if (local) await socket.ConnectAsync(new UnixDomainSocketEndPoint(engine.AbsolutePath), limit.Token);
            else await socket.ConnectAsync(engine.Host, engine.Port, limit.Token);
            return true;
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
