using System.Runtime.CompilerServices;
using Npgsql;

namespace Evidence.Store.Database;

/// <summary>
/// Streams the rows of one json column, together with their connection. The first rows are read before any is returned, so that a connection
/// that breaks right at the start costs a repetition and not the response.
/// </summary>
public sealed class OpenRows : IAsyncDisposable
{
    private const int RowsAtStart = 200;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private readonly NpgsqlDataReader reader;
    private readonly List<byte[]> first = [];

    private OpenRows(NpgsqlConnection connection, NpgsqlCommand command, NpgsqlDataReader reader) =>
        (this.connection, this.command, this.reader) = (connection, command, reader);

    /// <summary>Runs the command and reads its first rows. If that fails, the caller still owns the connection.</summary>
    public static async Task<OpenRows> StartAsync(NpgsqlConnection connection, NpgsqlCommand command, CancellationToken cancel)
    {
        var rows = new OpenRows(connection, command, await command.ExecuteReaderAsync(cancel));
        while (rows.first.Count < RowsAtStart && await rows.reader.ReadAsync(cancel))
            rows.first.Add(rows.reader.GetFieldValue<byte[]>(0));
        return rows;
    }

    /// <summary>Returns the rows; it can be called once.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var row in first)
            yield return row;
        if (first.Count < RowsAtStart)
            yield break;
        while (await reader.ReadAsync(cancel))
            yield return reader.GetFieldValue<byte[]>(0);
    }

    /// <summary>Ends the query and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
