using System.Net.Sockets;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Evidence.Store.Database;

/// <summary>
/// Runs the reads and writes of requests. A read is a whole unit of work that may run again on a fresh connection when the connection broke. Of
/// a write only the opening of a connection is repeated, because nobody knows whether a broken one was committed.
/// </summary>
public sealed class EvidenceDatabase(NpgsqlDataSource source)
{
    private const string AnswersAtAll = "select";

    private static readonly ResiliencePipeline ReadPipeline = new ResiliencePipelineBuilder()
        .AddTimeout(TimeSpan.FromSeconds(8))
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(IsBrokenConnection),
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(100),
            UseJitter = true,
        })
        .Build();

    /// <summary>Runs a read; it must not have sent anything to the client before it returns.</summary>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancel) =>
        await ReadPipeline.ExecuteAsync(
            static async (state, token) =>
            {
                await using var connection = await state.source.OpenConnectionAsync(token);
                return await state.read(connection, token);
            },
            (source, read),
            cancel);

    /// <summary>Runs a write in one transaction, which is committed if <paramref name="isKept"/> accepts the result, and else rolled back.</summary>
    public async Task<T> WriteAsync<T>(Func<NpgsqlTransaction, CancellationToken, Task<T>> write, Func<T, bool> isKept, CancellationToken cancel)
    {
        await using var connection = await ReadPipeline.ExecuteAsync(OpenSoundAsync, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await write(transaction, cancel);
        // From here on whoever went away cannot stop it any more: it is written, or it is not.
        if (isKept(result))
            await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>Opens a connection and tests it, because one of the pool may belong to a server that is gone.</summary>
    private async ValueTask<NpgsqlConnection> OpenSoundAsync(CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(AnswersAtAll, connection);
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a read whose rows are sent while they arrive. Only its start, first rows included, is repeated. The caller disposes it.</summary>
    public async Task<OpenRows> OpenRowsAsync(Func<NpgsqlConnection, NpgsqlCommand> command, CancellationToken cancel) =>
        await ReadPipeline.ExecuteAsync(
            static async (state, token) =>
            {
                var connection = await state.source.OpenConnectionAsync(token);
                try
                {
                    return await OpenRows.StartAsync(connection, state.command(connection), token);
                }
                catch
                {
                    await connection.DisposeAsync();
                    throw;
                }
            },
            (source, command),
            cancel);

    /// <summary>
    /// Returns whether the connection failed rather than the query. <c>NpgsqlException.IsTransient</c> is too wide for this: it is also true of
    /// a command that took too long, an exhausted pool and a full disk, which running again makes worse.
    /// </summary>
    public static bool IsBrokenConnection(Exception e) => e switch
    {
        PostgresException p => p.SqlState.StartsWith("08", StringComparison.Ordinal) || p.SqlState is "57P01" or "57P02" or "57P03",
        NpgsqlException n => n.InnerException is IOException or SocketException,
        _ => e is SocketException,
    };

    /// <summary>Returns whether the database is unreachable or overloaded, so that it makes sense to try again later.</summary>
    public static bool IsUnavailable(Exception e) => e switch
    {
        PostgresException p => IsBrokenConnection(p) || p.SqlState.StartsWith("53", StringComparison.Ordinal) || p.SqlState is "57014",
        NpgsqlException or TimeoutException or Polly.Timeout.TimeoutRejectedException => true,
        _ => IsBrokenConnection(e),
    };
}
