using System.Diagnostics;
using Npgsql;

namespace Evidence.Store.Database;

/// <summary>
/// Runs a PostgreSQL of the service's own if no other is configured: its socket is closed to other users, its data is in a data folder, and it
/// ends with the service.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Name = "evidence";
    private static readonly TimeSpan MaxStartTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(5);

    private readonly PrivateFolders folders;
    private readonly PostgresLocations locations;
    private readonly IReadOnlyDictionary<string, string> settings;
    private FolderLock? folderLock;
    private ServerProcess? server;

    /// <summary>Plans a server; it is started, and its folders are created, by <see cref="StartAsync"/>.</summary>
    /// <param name="dataFolder">The folder that keeps the data; null for the usual one of this user.</param>
    /// <param name="locations">Where to look for PostgreSQL; null for the usual folders.</param>
    /// <param name="settings">Server settings that differ from the usual ones.</param>
    /// <exception cref="StartupException">No folder is named and the user has none.</exception>
    public PrivatePostgres(
        string? dataFolder, PostgresLocations? locations = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        folders = PrivateFolders.For(dataFolder);
        this.locations = locations ?? PostgresLocations.Default;
        this.settings = Settings(settings);
        ConnectionString = Connection(Name, Name).ConnectionString;
    }

    /// <summary>Gets the folder that holds the data.</summary>
    public string Folder => folders.Home;

    /// <summary>Gets the connection string, which is known before the server runs: database and role are both called <c>evidence</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Gets the server's own process, or null while none runs.</summary>
    public int? ServerProcessId { get; private set; }

    /// <summary>Starts the server and creates the database <c>evidence</c> if it is missing; a server that died is replaced.</summary>
    /// <exception cref="StartupException">It cannot; the message says why and what to do.</exception>
    public async Task StartAsync(Action<string> progress, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
            throw new StartupException(
                $"On Windows the service does not start a PostgreSQL of its own. {StartupHints.WithoutInstalling}");
        await DisposeAsync();
        try
        {
            var user = ServerUser.Find();
            folders.Make();
            folderLock = FolderLock.Take(folders);
            await user.OwnAsync(folders, cancel);
            var binaries = await PostgresBinaries.FindAsync(locations, DataFolder.Major(folders), progress, cancel);
            var data = new DataFolder(folders, binaries);
            await data.MakeAsync(user, progress, cancel);
            await data.AwaitFormerServerAsync(progress, cancel);
            progress($"Starting PostgreSQL {binaries.Major} from {binaries.Folder} with the data in {data.Path} …");
            server = ServerProcess.Start(data, user, settings);
            await MakeDatabaseAsync(server, progress, cancel);
            ServerProcessId = data.ServerProcessId;
        }
        catch (Exception problem)
        {
            await DisposeAsync();
            if (problem is not (IOException or UnauthorizedAccessException)) throw;
            throw folders.Unusable(problem);
        }
    }

    /// <summary>Starts the server and returns null; if another process of this program runs it already, returns that process, which will end the server.</summary>
    /// <exception cref="StartupException">It cannot be started; the message says why and what to do.</exception>
    public async Task<int?> StartOrJoinAsync(Action<string> progress, CancellationToken cancel)
    {
        try
        {
            await StartAsync(progress, cancel);
            return null;
        }
        catch (FolderTakenException taken)
        {
            return taken.Holder;
        }
    }

    /// <summary>Completes once the running server has ended, so that the caller can start it again.</summary>
    public Task WaitForEndAsync(CancellationToken cancel) => server?.WaitForEndAsync(cancel) ?? Task.CompletedTask;

    /// <summary>Shuts the server down, fast and orderly.</summary>
    public async ValueTask DisposeAsync()
    {
        ServerProcessId = null;
        if (server is not null) await server.DisposeAsync();
        server = null;
        folderLock?.Dispose();
        folderLock = null;
    }

    private async Task MakeDatabaseAsync(ServerProcess started, Action<string> progress, CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(started, progress, cancel);
        // The service needs no superuser, so it is none; it may make databases, which tests do.
        if (!await ExistsAsync(connection, "select from pg_roles where rolname = 'evidence'", cancel))
            await ExecuteAsync(connection, "create role evidence login createdb", cancel);
        if (!await ExistsAsync(connection, "select from pg_database where datname = 'evidence'", cancel))
            await ExecuteAsync(connection, "create database evidence owner evidence", cancel);
    }

    private async Task<NpgsqlConnection> ConnectAsync(ServerProcess started, Action<string> progress, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        for (var told = TimeSpan.Zero; ; await Task.Delay(50, cancel))
        {
            var connection = new NpgsqlConnection(Connection("postgres", "postgres").ConnectionString);
            try
            {
                await connection.OpenAsync(cancel);
                return connection;
            }
            catch (NpgsqlException problem)
            {
                await connection.DisposeAsync();
                if (started.HasEnded || waited.Elapsed > MaxStartTime || problem is PostgresException { SqlState: not "57P03" })
                    throw new StartupException(
                        $"The service's own PostgreSQL did not start ({problem.Message}); {await started.LastWordsAsync()}. "
                        + StartupHints.AnotherFolder, problem);
            }

            if (waited.Elapsed - told < BetweenMessages) continue;
            told = waited.Elapsed;
            progress($"PostgreSQL is still starting, {told.TotalSeconds:0} s so far; after a crash it replays its log first …");
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlConnectionStringBuilder Connection(string role, string database) => new()
    {
        Host = folders.Socket,
        Port = PrivateFolders.Port,
        Username = role,
        Database = database,
        // Inside one machine no connection needs encryption, so the server is not asked for it.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Pooling = role == Name,
    };

    private Dictionary<string, string> Settings(IReadOnlyDictionary<string, string>? others)
    {
        var all = new Dictionary<string, string>
        {
            ["listen_addresses"] = "",
            ["port"] = $"{PrivateFolders.Port}",
            ["unix_socket_directories"] = folders.Socket,
            ["unix_socket_permissions"] = "0700",
            ["cluster_name"] = Name,
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["log_checkpoints"] = "off",
            // Compiling pays for reports of minutes, not for the short queries of a service.
            ["jit"] = "off",
        };
        foreach (var (name, value) in others ?? new Dictionary<string, string>()) all[name] = value;
        return all;
    }
}
