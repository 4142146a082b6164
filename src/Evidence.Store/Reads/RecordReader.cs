using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Store.Reads;

/// <summary>Represents a record as it is stored.</summary>
/// <param name="Version">Number of its version, from 1.</param>
/// <param name="Document">The bytes that are served: JSON in UTF-8.</param>
/// <param name="Warning">The warning of a study with a report that is retracted or under an expression of concern; else null.</param>
public sealed record StoredRecord(int Version, byte[] Document, RetractionWarning? Warning);

/// <summary>Reads one record of the catalogue as of a revision.</summary>
public static class RecordReader
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
    /// Reads the record; fails with <see cref="ErrorKind.Withdrawn"/> and the address of its last version, or with
    /// <see cref="ErrorKind.NotFound"/> and the nearest identifier.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="kind">Kind of the record: <c>study</c>, <c>claim</c>, <c>vocabulary</c> ….</param>
    /// <param name="id">Identifier of the record.</param>
    /// <param name="revision">Revision of the catalogue.</param>
    /// <param name="address">Address of the record, to which the error adds the revision of the last version.</param>
    /// <param name="cancel">Cancels the read.</param>
    public static async Task<Result<StoredRecord>> ReadAsync(
        EvidenceDatabase database, string kind, string id, long revision, string address, CancellationToken cancel)
    {
        if (await FindAsync(database, kind, id, revision, cancel) is { } record)
            return record;
        return await ExplainMissingAsync(database, kind, id, revision, address, cancel);
    }

    /// <summary>Returns the record as of a revision, or null if the catalogue does not have it then.</summary>
    public static async Task<StoredRecord?> FindAsync(EvidenceDatabase database, string kind, string id, long revision, CancellationToken cancel) =>
        IsStorable(id) ? await database.ReadAsync((connection, token) => FindAsync(connection, kind, id, revision, token), cancel) : null;

    /// <summary>Returns why a record is missing: it was withdrawn, or it never was in the catalogue.</summary>
    public static async Task<Error> ExplainMissingAsync(
        EvidenceDatabase database, string kind, string id, long revision, string address, CancellationToken cancel)
    {
        var key = new { Kind = kind, Id = id, Revision = revision };
        var withdrawal = IsStorable(id)
            ? await database.ReadAsync(
                (connection, token) => connection.QuerySingleOrDefaultAsync<WithdrawalRow>(new CommandDefinition(SelectWithdrawal, key, cancellationToken: token)), cancel)
            : null;
        if (withdrawal is null)
            return await ExplainUnknownAsync(database, kind, id, revision, cancel);
        var last = $"{address}?revision={withdrawal.Number - 1}";
        var message = $"The {kind} '{id}' was withdrawn in revision {withdrawal.Number}: {withdrawal.Reason.TrimEnd('.')}. Its last version is at {last}.";
        return new Error(ErrorKind.Withdrawn, message) { LastVersion = last };
    }

    /// <summary>Returns the error of an identifier that a revision does not have, with the nearest one that it has.</summary>
    public static async Task<Error> ExplainUnknownAsync(EvidenceDatabase database, string kind, string id, long revision, CancellationToken cancel)
    {
        var key = new { Kind = kind, Revision = revision };
        var ids = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<string>(new CommandDefinition(SelectIds, key, cancellationToken: token)), cancel);
        var nearest = Nearest.Find(id, ids) is { } near ? $" Did you mean '{near}'?" : "";
        return new Error(ErrorKind.NotFound, $"Revision {revision} of the catalogue has no {kind} '{id}'.{nearest}");
    }

    /// <summary>Reads the record with Npgsql, which returns the bytes of a json column; Dapper would convert them to a string first.</summary>
    private static async Task<StoredRecord?> FindAsync(NpgsqlConnection connection, string kind, string id, long revision, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddWithValue("kind", kind);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("revision", revision);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
            return null;
        var warning = await reader.IsDBNullAsync(2, cancel) ? null : Selection.SelectionWarnings.Parse(reader.GetFieldValue<byte[]>(2));
        return new StoredRecord(reader.GetInt32(0), reader.GetFieldValue<byte[]>(1), warning);
    }

    /// <summary>Returns whether PostgreSQL can store the text, which must have no NUL.</summary>
    private static bool IsStorable(string id) => !id.Contains('\0', StringComparison.Ordinal);

    private sealed record WithdrawalRow
    {
        public long Number { get; init; }
        public string Reason { get; init; } = "";
    }
}
