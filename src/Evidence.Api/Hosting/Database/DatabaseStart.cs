using Dapper;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Hosting.Store;
using Npgsql;

namespace Evidence.Api.Hosting.Database;

/// <summary>
/// Makes the database ready before the first request is taken: starts the private server where no other is named, waits for it, migrates,
/// loads the catalogue. Any number of processes may start at once on one database: they take turns.
/// </summary>
public sealed class DatabaseStart(
    NpgsqlDataSource source, PrivatePostgres? privateServer, IConfiguration settings, TimeProvider clock, ILogger log)
    : IHostedService, IAsyncDisposable
{
    /// <summary>Key of the advisory lock under which schema and catalogue are brought up to date.</summary>
    private const long StartLock = 0x45564944454e4345;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500), LongestPause = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource stopping = new();
    private Task watch = Task.CompletedTask;

    private const string TakeLock = "select pg_advisory_lock(@StartLock)";
    private const string ReleaseLock = "select pg_advisory_unlock(@StartLock)";

    /// <summary>Settings of the service that are about its database, beside ConnectionStrings__Evidence.</summary>
    public const string DataFolderSetting = "Evidence:DataFolder", CatalogueFolderSetting = "Evidence:CatalogueFolder", PatienceSetting = "Evidence:DatabasePatienceSeconds";

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var patience = WaitForDatabase.Patience(settings[PatienceSetting]);
        var folder = settings[CatalogueFolderSetting] ?? Path.Combine(AppContext.BaseDirectory, "catalogue");
        var records = await CatalogueFolder.ReadAsync(folder, Tell, cancellationToken);
        if (privateServer is not null)
            await privateServer.StartAsync(Tell, cancellationToken);
        await WaitForDatabase.UntilReadyAsync(source, patience, Tell, cancellationToken);
        try
        {
            await PrepareAsync(source, Migrations.All, records, clock, Tell, cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            var reason = problem is PostgresException refusal ? $"{refusal.MessageText} ({refusal.SqlState})" : problem.Message;
            throw new StartupException(
                $"{WaitForDatabase.Where(source)} could not be brought up to date: {reason}. It has to be a primary server, and the role the database's owner.", problem);
        }

        if (privateServer is not null)
            await ShowFirstKeyAsync(cancellationToken);
        if (privateServer is not null)
            watch = WatchAsync(privateServer);
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <summary>Ends what was started; after a start that failed, the host stops nothing and only disposes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        await watch;
        await source.DisposeAsync();
        if (privateServer is not null)
            await privateServer.DisposeAsync();
        stopping.Dispose();
    }

    /// <summary>Starts the private server again whenever it ends by itself; until then reads are answered with 503.</summary>
    private async Task WatchAsync(PrivatePostgres server)
    {
        try
        {
            while (true)
            {
                await server.WaitForEndAsync(stopping.Token);
                log.LogError("The private PostgreSQL ended unexpectedly; starting it again");
                await StartAgainAsync(server);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops, and the server with it.
        }
    }

    /// <summary>Tries until it starts: a query that outlives the former server holds its shared memory, and a full disk is emptied some day.</summary>
    private async Task StartAgainAsync(PrivatePostgres server)
    {
        for (var pause = ShortestPause; ; pause = pause < LongestPause ? 2 * pause : pause)
        {
            try
            {
                await server.StartAsync(Tell, stopping.Token);
                return;
            }
            catch (Exception problem) when (problem is StartupException or NpgsqlException)
            {
                log.LogError("The private PostgreSQL cannot be started again yet: {Reason}", problem.Message);
                await Task.Delay(pause, clock, stopping.Token);
            }
        }
    }

    /// <summary>Migrates and loads under the lock.</summary>
    public static async Task PrepareAsync(
        NpgsqlDataSource source,
        IReadOnlyList<Migration> migrations,
        IReadOnlyList<RecordWrite> records,
        TimeProvider clock,
        Action<string> progress,
        CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(TakeLock, new { StartLock }, commandTimeout: 0, cancellationToken: cancel));
        try
        {
            await Migrations.ApplyAsync(connection, migrations, clock, progress, cancel);
            await CatalogueLoader.ReindexAsync(connection, progress, cancel);
            var written = await CatalogueLoader.LoadAsync(connection, records, clock, progress, cancel);
            progress(written == 0 ? "The catalogue is unchanged since the last start" : $"Records loaded into the catalogue: {written}");
        }
        finally
        {
            // A connection that broke has let go of the lock already.
            if (connection.State == System.Data.ConnectionState.Open)
                await connection.ExecuteAsync(new CommandDefinition(ReleaseLock, new { StartLock }, cancellationToken: CancellationToken.None));
        }
    }

    /// <summary>Whoever starts a catalogue of their own is its curator. The key goes to the screen and into no log.</summary>
    private async Task ShowFirstKeyAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        if (!await KeyStore.IsEmptyAsync(connection, cancel))
            return;
        var key = await KeyStore.CreateAsync(connection, "first start", Roles.Curator, null, "first start", clock.GetUtcNow(), cancel);
        await Console.Out.WriteLineAsync($"Key of a curator, shown this once: {key.Key}".AsMemory(), cancel);
    }

    private void Tell(string progress) => log.LogInformation("{Progress}", progress);
}
