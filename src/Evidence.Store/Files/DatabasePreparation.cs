using Dapper;
using Evidence.Store.Database;
using Evidence.Store.Indexing;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Store.Files;

/// <summary>Brings schema, index and catalogue up to date. Any number of processes may start at once on one database, because they take turns.</summary>
public static class DatabasePreparation
{
    /// <summary>Identifies the advisory lock under which schema and catalogue are brought up to date.</summary>
    private const long StartLock = 0x45564944454e4345;
    private const string TakeLock = "select pg_advisory_lock(@StartLock)";
    private const string ReleaseLock = "select pg_advisory_unlock(@StartLock)";

    /// <summary>Migrates, indexes and loads under the lock.</summary>
    public static Task PrepareAsync(
        NpgsqlDataSource source,
        IReadOnlyList<Migration> migrations,
        IReadOnlyList<RecordWrite> records,
        TimeProvider clock,
        Action<string> progress,
        CancellationToken cancel) =>
        UnderLockAsync(
            source,
            async connection =>
            {
                await Migrations.ApplyAsync(connection, migrations, clock, progress, cancel);
                await IndexRefresh.RunAsync(connection, progress, cancel);
                var written = await CatalogueLoader.LoadAsync(connection, records, clock, progress, cancel);
                progress(written == 0 ? "The catalogue is unchanged since the last start" : $"Records loaded into the catalogue: {written}");
                return written;
            },
            cancel);

    /// <summary>Migrates under the same lock without loading records; returns the migrations that were applied.</summary>
    public static Task<IReadOnlyList<Migration>> MigrateAsync(
        NpgsqlDataSource source, IReadOnlyList<Migration> migrations, TimeProvider clock, Action<string> progress, CancellationToken cancel) =>
        UnderLockAsync(source, connection => Migrations.ApplyAsync(connection, migrations, clock, progress, cancel), cancel);

    private static async Task<T> UnderLockAsync<T>(NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(TakeLock, new { StartLock }, commandTimeout: 0, cancellationToken: cancel));
        try
        {
            return await work(connection);
        }
        finally
        {
            // A connection that broke has let go of the lock already.
            if (connection.State == System.Data.ConnectionState.Open)
                await connection.ExecuteAsync(new CommandDefinition(ReleaseLock, new { StartLock }, cancellationToken: CancellationToken.None));
        }
    }
}
