using System.Text;
using Npgsql;

namespace Evidence.Store.Changes;

/// <summary>Represents a revision as an event of the stream.</summary>
/// <param name="Number">Number of the revision.</param>
/// <param name="Bytes">The event as it goes on the wire (server-sent events, WHATWG HTML 9.2).</param>
public sealed record RevisionEvent(long Number, byte[] Bytes)
{
    /// <summary>Specifies the maximum number of events that are read at once.</summary>
    public const int MaxBatch = 100;

    /// <summary>
    /// Selects the data of an event. An import may be one large revision, so its records are bounded; <c>recordCount</c> counts them all.
    /// array_to_json puts no line ends between items, as json_agg does: a line end would end the data.
    /// </summary>
    private const string Data = """
        (select row_to_json(r) from (select
            w.number, to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", w.actor, w.reason,
            (select count(*) from change c where c.revision = w.number and c.subject = 'record') as "recordCount",
            (select coalesce(array_to_json(array_agg(json_build_object('kind', f.kind, 'id', f.record_id, 'change', f.change) order by f.kind, f.record_id)), '[]')
            from (
                select c.kind, c.record_id, c.change from change c
                where c.revision = w.number and c.subject = 'record'
                order by c.kind, c.record_id limit 1000) f) as records) r)
        """;

    private const string SelectNext =
        "select w.number, " + Data + " from revision w where w.number > @after order by w.number limit @limit";

    private const string SelectNewest =
        "select w.number, " + Data + " from revision w where w.number > @after order by w.number desc limit @limit";

    /// <summary>Returns the events that follow a revision, oldest first.</summary>
    public static Task<IReadOnlyList<RevisionEvent>> ReadNextAsync(NpgsqlConnection connection, long after, CancellationToken cancel) =>
        ReadAsync(connection, SelectNext, after, cancel);

    /// <summary>Returns the newest of the events that follow a revision, oldest first.</summary>
    public static async Task<IReadOnlyList<RevisionEvent>> ReadNewestAsync(NpgsqlConnection connection, long after, CancellationToken cancel) =>
        [.. (await ReadAsync(connection, SelectNewest, after, cancel)).Reverse()];

    private static async Task<IReadOnlyList<RevisionEvent>> ReadAsync(NpgsqlConnection connection, string sql, long after, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("after", after);
        command.Parameters.AddWithValue("limit", MaxBatch);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var events = new List<RevisionEvent>();
        while (await reader.ReadAsync(cancel))
        {
            var number = reader.GetInt64(0);
            events.Add(new RevisionEvent(number, Encoding.UTF8.GetBytes($"id: {number}\nevent: revision\ndata: {reader.GetString(1)}\n\n")));
        }

        return events;
    }
}
