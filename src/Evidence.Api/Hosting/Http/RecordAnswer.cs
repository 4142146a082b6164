using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Hosting.Http;

/// <summary>Answers one record of the catalogue with the bytes that are stored.</summary>
public static class RecordAnswer
{
    private const string Select = """
        select version, document
        from record_version
        where kind = @kind
          and record_id = @id
          and valid_from <= @revision
          and valid_until > @revision
        """;

    private const string SelectIds = """
        select record_id
        from record_version
        where kind = @Kind
          and valid_from <= @Revision
          and valid_until > @Revision
        """;

    /// <summary>Sends the record as of the revision that is asked for, or a 404 that names the nearest identifier.</summary>
    public static async Task SendAsync(HttpContext http, EvidenceDatabase database, string kind, string id)
    {
        if (await ReadRequest.ParseAsync(http, database, [ReadRequest.RevisionParameter], Format.Json) is not { } request)
            return;
        if (await FindAsync(http, database, kind, id, request.Revision) is { } record && !request.SendNotModified(http, request.RecordETag(id, record.Version)))
            await Answer.BytesAsync(http, Format.Json.MediaType, record.Document);
    }

    /// <summary>The record as of a revision; gives nothing after a 404 that names the nearest identifier.</summary>
    public static async Task<StoredRecord?> FindAsync(HttpContext http, EvidenceDatabase database, string kind, string id, long revision)
    {
        var record = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.ReadAsync((connection, cancel) => ReadAsync(connection, kind, id, revision, cancel), http.RequestAborted);
        if (record is null)
            await SendNotFoundAsync(http, database, kind, id, revision);
        return record;
    }

    /// <summary>Npgsql gives the bytes of a json column; Dapper would make a string of them first.</summary>
    private static async Task<StoredRecord?> ReadAsync(NpgsqlConnection connection, string kind, string id, long revision, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddWithValue("kind", kind);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("revision", revision);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new StoredRecord(reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)) : null;
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
}

/// <summary>A record as it is stored.</summary>
/// <param name="Version">Number of its version, from 1.</param>
/// <param name="Document">The bytes that are served.</param>
public sealed record StoredRecord(int Version, byte[] Document);
