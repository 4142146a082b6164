using System.Text;
using System.Text.Json;
using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Evidence.Store.Writes;
using Npgsql;

namespace Evidence.Store.Corrections;

/// <summary>Reads corrections as everybody may see them. How to reach the reporter is in a table that no query here names.</summary>
public static class CorrectionReader
{
    /// <summary>Joins the tables of the row: <c>c</c> is the correction, <c>t</c> its status.</summary>
    public const string From = "correction c join correction_status t on t.correction_id = c.correction_id";

    /// <summary>Selects the row as JSON.</summary>
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

    /// <summary>Returns the error of an identifier that no correction has. No other is near it: identifiers are random.</summary>
    public static Error Missing(string id) => new(ErrorKind.NotFound, $"There is no correction '{QueryReader.Truncate(id)}'; GET /v1/corrections lists them.");

    /// <summary>Returns the JSON of one correction with its current status, in UTF-8.</summary>
    public static async Task<Result<byte[]>> ReadAsync(EvidenceDatabase database, string id, CancellationToken cancel) =>
        await database.ReadAsync((connection, token) => FindAsync(connection, id, token), cancel) is { } row ? Encoding.UTF8.GetBytes(row) : Missing(id);

    /// <summary>Returns the response of a write that created or decided a correction.</summary>
    internal static async Task<CreatedResource> CreatedAsync(NpgsqlTransaction transaction, string id, CancellationToken cancel) =>
        new($"/v1/corrections/{id}", JsonElement.Parse((await FindAsync(transaction.Connection!, id, cancel))!));

    /// <summary>Returns the JSON of one correction, or null if there is none of that id.</summary>
    public static Task<string?> FindAsync(NpgsqlConnection connection, string id, CancellationToken cancel) =>
        id.Contains('\0', StringComparison.Ordinal)
            ? Task.FromResult<string?>(null)
            : connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(Select, new { Id = id }, cancellationToken: cancel));
}
