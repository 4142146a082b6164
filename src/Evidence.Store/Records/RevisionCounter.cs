using Dapper;
using Npgsql;

namespace Evidence.Store.Records;

/// <summary>Takes the next revision number, with a time that is never before that of the last one. The counter's row stays locked until the transaction ends, so numbers have no gap and no duplicate.</summary>
public static class RevisionCounter
{
    private const string Take = "update catalogue set newest_revision = newest_revision + 1 returning newest_revision";

    /// <summary>
    /// Inserts the revision with a time that is never before the last one: a writer that waited for the lock read the clock before the one that
    /// held it.
    /// </summary>
    private const string Insert = """
        insert into revision (number, recorded_at, actor, reason)
        values (@Number, greatest(@RecordedAt, (select recorded_at from revision where number = @Number::bigint - 1)), @Actor, @Reason)
        """;

    /// <summary>Returns the new revision's number; the revision exists once the transaction commits.</summary>
    public static async Task<long> BeginAsync(
        NpgsqlTransaction transaction, DateTimeOffset recordedAt, string actor, string reason, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var number = await connection.QuerySingleAsync<long>(new CommandDefinition(Take, transaction: transaction, cancellationToken: cancel));
        var row = new { Number = number, RecordedAt = recordedAt, Actor = actor, Reason = reason };
        await connection.ExecuteAsync(new CommandDefinition(Insert, row, transaction, cancellationToken: cancel));
        return number;
    }
}
