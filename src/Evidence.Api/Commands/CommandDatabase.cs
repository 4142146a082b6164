using Evidence.Api.Http;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Api.Commands;

/// <summary>
/// Gives a command the database that the service would use with the same settings. A private server that a service runs already
/// is shared with it; where none runs, one is started and ends with the command.
/// </summary>
internal sealed class CommandDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres? server;

    private CommandDatabase(NpgsqlDataSource source, PrivatePostgres? server) => (Source, this.server) = (source, server);

    /// <summary>Gives connections, whose commands may take as long as they need.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Finds the database and waits until it takes connections.</summary>
    /// <exception cref="StartupException">It cannot be reached; the message says why and what to do.</exception>
    public static async Task<CommandDatabase> OpenAsync(IConfiguration settings, CancellationToken cancel)
    {
        var options = EvidenceOptions.Read(settings);
        var given = settings.GetConnectionString(DatabaseServices.ConnectionStringName);
        var server = string.IsNullOrEmpty(given) ? new PrivatePostgres(options.DataFolder) : null;
        // A limit made for requests would end what looks at the whole store.
        var database = new CommandDatabase(DatabaseServices.CreateSource($"{server?.ConnectionString ?? given};Command Timeout=0"), server);
        try
        {
            if (server is not null && await server.StartOrJoinAsync(CliCommand.Tell, cancel) is { } service)
                CliCommand.Tell($"Sharing the PostgreSQL of the service that runs already, process {service}");
            await DatabaseReadiness.WaitAsync(database.Source, options.GetDatabasePatience(), CliCommand.Tell, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finds the database and requires that its schema is that of this program.</summary>
    /// <exception cref="StartupException">It cannot be reached, or a migration is missing or unknown.</exception>
    public static async Task<CommandDatabase> OpenMigratedAsync(IConfiguration settings, CancellationToken cancel)
    {
        var database = await OpenAsync(settings, cancel);
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancel);
            await Migrations.RequireAsync(connection, Migrations.All, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }
}
