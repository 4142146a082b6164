using Evidence.Api.Http;
using Evidence.Store.Database;
using Evidence.Store.Files;
using Evidence.Store.Keys;
using Npgsql;

namespace Evidence.Api.Commands;

/// <summary>
/// Prepares the database before the first request is taken: starts the private server if no other is named, waits for it, migrates,
/// loads the catalogue. Any number of processes may start at once on one database: they take turns.
/// </summary>
public sealed class DatabaseStart(
    NpgsqlDataSource source, PrivatePostgres? privateServer, EvidenceOptions options, TimeProvider clock, ILogger log)
    : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan MinPause = TimeSpan.FromMilliseconds(500), MaxPause = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource stopping = new();
    private Task watch = Task.CompletedTask;

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = options.CatalogueFolder ?? Path.Combine(AppContext.BaseDirectory, "catalogue");
        var records = await CatalogueFolder.ReadAsync(folder, Tell, cancellationToken);
        if (privateServer is not null)
            await privateServer.StartAsync(Tell, cancellationToken);
        await DatabaseReadiness.WaitAsync(source, options.GetDatabasePatience(), Tell, cancellationToken);
        try
        {
            await DatabasePreparation.PrepareAsync(source, Migrations.All, records, clock, Tell, cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            var reason = problem is PostgresException error ? $"{error.MessageText} ({error.SqlState})" : problem.Message;
            throw new StartupException(
                $"{DatabaseReadiness.Describe(source)} could not be brought up to date: {reason}. It has to be a primary server, and the role the database's owner.", problem);
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

    /// <summary>Starts the private server again whenever it ends by itself; until then the response to reads is 503.</summary>
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
        for (var pause = MinPause; ; pause = pause < MaxPause ? 2 * pause : pause)
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

    /// <summary>Shows the key of a first curator. It goes to the screen and into no log.</summary>
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
