using System.Text;
using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Store.Releases;

/// <summary>Reads releases as the API shows them.</summary>
public static class ReleaseReader
{
    /// <summary>Joins the tables of the row.</summary>
    public const string From = "release p join revision w on w.number = p.revision";

    /// <summary>Selects the row as JSON.</summary>
    public const string Row = """
        (select row_to_json(r) from (select
            p.name, p.revision, to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", p.notes,
            encode(p.checksum, 'hex') as checksum, p.records,
            to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt", p.created_by as "createdBy") r)
        """;

    private const string Select = $"select {Row}::text from {From} where p.name = @Name";

    /// <summary>Reads the JSON of one release, in UTF-8; fails with the nearest name if there is none of that name.</summary>
    public static async Task<Result<byte[]>> ReadAsync(EvidenceDatabase database, string name, CancellationToken cancel)
    {
        var release = await NamedRelease.ReadAsync(database, name, cancel);
        return release.IsSuccess
            ? Encoding.UTF8.GetBytes((await database.ReadAsync((connection, token) => FindAsync(connection, release.Value.Name, token), cancel))!)
            : release.Error;
    }

    /// <summary>Returns the JSON of one release, or null if there is none of that name.</summary>
    public static Task<string?> FindAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(Select, new { Name = name }, cancellationToken: cancel));
}
