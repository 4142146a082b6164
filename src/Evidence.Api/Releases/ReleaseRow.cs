using Dapper;
using Npgsql;

namespace Evidence.Api.Releases;

/// <summary>A release as it is shown.</summary>
public static class ReleaseRow
{
    /// <summary>Where it is read from.</summary>
    public const string From = "release p join revision w on w.number = p.revision";

    /// <summary>SQL of the row.</summary>
    public const string Row = """
        (select row_to_json(r) from (select
            p.name, p.revision, to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", p.notes,
            encode(p.checksum, 'hex') as checksum, p.records,
            to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt", p.created_by as "createdBy") r)
        """;

    private const string Select = $"select {Row}::text from {From} where p.name = @Name";

    /// <summary>The JSON of one release; nothing where there is none of that name.</summary>
    public static Task<string?> FindAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(Select, new { Name = name }, cancellationToken: cancel));
}
