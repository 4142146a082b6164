using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Hosting.Http;

/// <summary>Answers one record of the catalogue with the bytes that are stored.</summary>
public static class RecordAnswer
{
    private const string Select = """
        select v.version, v.document, s.warning
        from record_version v
        left join study s on s.version_id = v.version_id
        where v.kind = @kind
          and v.record_id = @id
          and v.valid_from <= @revision
          and v.valid_until > @revision
        """;

    private const string SelectWithdrawal = """
        select w.number, w.reason
        from record_version v
        join revision w on w.number = v.valid_until
        where v.kind = @Kind
          and v.record_id = @Id
          and v.valid_until <= @Revision
        order by v.version desc
        limit 1
        """;

    private const string SelectIds = """
        select record_id
        from record_version
        where kind = @Kind
          and valid_from <= @Revision
          and valid_until > @Revision
        """;

    /// <summary>
    /// Sends the record as of the revision that is asked for; a 410 with the address of its last version where it was withdrawn, or a 404 that
    /// names the nearest identifier.
    /// </summary>
    public static async Task SendAsync(HttpContext http, EvidenceDatabase database, string kind, string id)
    {
        if (await ReadRequest.ParseAsync(http, database, [ReadRequest.RevisionParameter], Format.Json) is not { } request)
            return;
        if (await FindAsync(http, database, kind, id, request.Revision) is { } record && !request.SendNotModified(http, request.RecordETag(id, record.Version)))
        {
            EvidenceWarning.Send(http, record.Warning is { } warning ? [SelectionWarnings.Parse(warning)] : []);
            await Answer.BytesAsync(http, Format.Json.MediaType, record.Document);
        }
    }

    /// <summary>The record as of a revision; gives nothing after a 410, or a 404 that names the nearest identifier.</summary>
    public static async Task<StoredRecord?> FindAsync(HttpContext http, EvidenceDatabase database, string kind, string id, long revision)
    {
        var record = await ReadAsync(database, kind, id, revision, http.RequestAborted);
        if (record is null)
            await SendMissingAsync(http, database, kind, id, revision);
        return record;
    }

    /// <summary>The record as of a revision; nothing where it is not in the catalogue then.</summary>
    public static async Task<StoredRecord?> ReadAsync(EvidenceDatabase database, string kind, string id, long revision, CancellationToken cancel) =>
        id.Contains('\0', StringComparison.Ordinal) ? null : await database.ReadAsync((connection, token) => ReadAsync(connection, kind, id, revision, token), cancel);

    /// <summary>Npgsql gives the bytes of a json column; Dapper would make a string of them first.</summary>
    private static async Task<StoredRecord?> ReadAsync(NpgsqlConnection connection, string kind, string id, long revision, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddWithValue("kind", kind);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("revision", revision);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
            return null;
        var warning = await reader.IsDBNullAsync(2, cancel) ? null : reader.GetFieldValue<byte[]>(2);
        return new StoredRecord(reader.GetInt32(0), reader.GetFieldValue<byte[]>(1), warning);
    }

    /// <summary>Sends a 410 where the record was withdrawn, else a 404.</summary>
    public static async Task SendMissingAsync(HttpContext http, EvidenceDatabase database, string kind, string id, long revision)
    {
        var withdrawal = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync(
                (connection, cancel) => connection.QuerySingleOrDefaultAsync<Withdrawal>(
                    new CommandDefinition(SelectWithdrawal, new { Kind = kind, Id = id, Revision = revision }, cancellationToken: cancel)),
                http.RequestAborted);
        if (withdrawal is null)
        {
            await SendNotFoundAsync(http, database, kind, id, revision);
            return;
        }

        var last = $"{http.Request.Path}?revision={withdrawal.Number - 1}";
        var detail = $"The {kind} '{id}' was withdrawn in revision {withdrawal.Number}: {withdrawal.Reason.TrimEnd('.')}. Its last version is at {last}.";
        await Answer.ProblemAsync(http, ProblemTypes.Withdrawn.With(detail) with { LastVersion = last });
    }

    /// <summary>Sends a 404 that names the nearest identifier.</summary>
    public static async Task SendNotFoundAsync(HttpContext http, EvidenceDatabase database, string kind, string id, long revision)
    {
        var key = new { Kind = kind, Revision = revision };
        var ids = await database.ReadAsync(
            (connection, cancel) => connection.QueryAsync<string>(new CommandDefinition(SelectIds, key, cancellationToken: cancel)),
            http.RequestAborted);
        var nearest = Nearest.Of(id, ids) is { } near ? $" Did you mean '{near}'?" : "";
        await Answer.ProblemAsync(http, ProblemTypes.NotFound.With($"Revision {revision} of the catalogue has no {kind} '{id}'.{nearest}"));
    }

    private sealed record Withdrawal
    {
        public long Number { get; init; }
        public string Reason { get; init; } = "";
    }
}

/// <summary>A record as it is stored.</summary>
/// <param name="Version">Number of its version, from 1.</param>
/// <param name="Document">The bytes that are served.</param>
/// <param name="Warning">The finished warning of a study with a report that is retracted; else nothing.</param>
public sealed record StoredRecord(int Version, byte[] Document, byte[]? Warning);
