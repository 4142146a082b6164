using Dapper;
using Npgsql;

namespace Evidence.Api.Corrections;

/// <summary>A correction as it is shown to all. How to reach the reporter is in a table that no query here names.</summary>
public static class CorrectionRow
{
    /// <summary>Where it is read from: <c>c</c> is the correction, <c>t</c> how it stands.</summary>
    public const string From = "correction c join correction_status t on t.correction_id = c.correction_id";

    /// <summary>SQL of the row.</summary>
    public const string Row = """
        (select json_strip_nulls(row_to_json(r)) from (select
            c.correction_id as id, c.study_id as study, c.pointer, c.seen_revision as revision, c.seen, c.proposed, c.source, c.note,
            to_char(c.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "reportedAt", t.status,
            (select w.number from revision w where w.correction_id = c.correction_id) as "acceptedIn",
            (select coalesce(json_agg(json_build_object(
                    'decision', d.decision, 'reason', d.reason,
                    'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'decidedBy', d.decided_by) order by d.number), '[]'::json)
             from correction_decision d
             where d.correction_id = c.correction_id) as decisions) r)
        """;

    private const string Select = $"select {Row}::text from {From} where c.correction_id = @Id";

    /// <summary>The JSON of one correction; nothing where there is none of that id.</summary>
    public static Task<string?> FindAsync(NpgsqlConnection connection, string id, CancellationToken cancel) =>
        id.Contains('\0', StringComparison.Ordinal)
            ? Task.FromResult<string?>(null)
            : connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(Select, new { Id = id }, cancellationToken: cancel));
}
