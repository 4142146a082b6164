using Evidence.Api.Hosting.Database;
using Npgsql;

namespace Evidence.Api.Hosting.Commands;

/// <summary>
/// The database as a command meets it: the one that the service would use with the same settings. A private server that a service runs already
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
        var patience = WaitForDatabase.Patience(settings[DatabaseStart.PatienceSetting]);
        var given = settings.GetConnectionString(DatabaseServices.ConnectionStringName);
        var server = string.IsNullOrEmpty(given) ? new PrivatePostgres(settings[DatabaseStart.DataFolderSetting]) : null;
        // A limit made for requests would end what looks at the whole store.
        var database = new CommandDatabase(DatabaseServices.MakeSource($"{server?.ConnectionString ?? given};Command Timeout=0"), server);
        try
        {
            if (server is not null && await server.StartOrJoinAsync(Verb.Tell, cancel) is { } service)
                Verb.Tell($"Sharing the PostgreSQL of the service that runs already, process {service}");
            await WaitForDatabase.UntilReadyAsync(database.Source, patience, Verb.Tell, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same, where the schema has to be this program's already.</summary>
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
