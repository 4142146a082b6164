using Dapper;
using Evidence.Catalogue;
using Npgsql;
using NpgsqlTypes;

namespace Evidence.Store.Indexing;

/// <summary>Represents what a revision did to a record: the document before, the document after, or both.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Kind">study, claim, question or vocabulary.</param>
/// <param name="Id">Identifier of the record.</param>
/// <param name="Old">The document before; null if the record is new.</param>
/// <param name="New">The document after; null if it was withdrawn.</param>
public sealed record DocumentChange(long Revision, string Kind, string Id, byte[]? Old, byte[]? New);

/// <summary>Fills the table of changes from documents.</summary>
public static class ChangeIndex
{
    private const int RecordsPerBatch = 100;

    private const string SelectRevision =
        "select number, recorded_at, actor, reason from revision where number = @Number";

    private const string SelectRevisions = "select number, recorded_at, actor, reason from revision";

    private const string Copy = "copy change (revision, kind, record_id, ordinal, change, subject, domain, measure, row) from stdin (format binary)";

    private const string Delete = "delete from change";

    private const string SelectRecords = "select distinct kind, record_id from record_version order by kind, record_id";

    private const string SelectVersions = """
        select record_id, valid_from, valid_until, document
        from record_version
        where kind = @kind
          and record_id = any(@ids)
        order by record_id, version
        """;

    /// <summary>Adds the rows of one revision, in the connection's transaction.</summary>
    public static async Task InsertAsync(NpgsqlTransaction transaction, long revision, IReadOnlyList<DocumentChange> changes, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var row = await connection.QuerySingleAsync<RevisionRow>(
            new CommandDefinition(SelectRevision, new { Number = revision }, transaction, cancellationToken: cancel));
        await CopyAsync(connection, changes.SelectMany(change => CreateRows(row.Note, change.Kind, change.Id, ParseState(change.Kind, change.Old), ParseState(change.Kind, change.New))), cancel);
    }

    /// <summary>Refills the table: the versions of each record in their order, so that each is parsed and computed once.</summary>
    public static async Task RefillAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new CommandDefinition(Delete, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
        var revisions = (await connection.QueryAsync<RevisionRow>(new CommandDefinition(SelectRevisions, transaction: transaction, commandTimeout: 0, cancellationToken: cancel)))
            .ToDictionary(row => row.Number, row => row.Note);
        var records = await connection.QueryAsync<(string Kind, string Id)>(new CommandDefinition(SelectRecords, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
        foreach (var kind in records.GroupBy(record => record.Kind))
        {
            foreach (var ids in kind.Select(record => record.Id).Chunk(RecordsPerBatch))
                await CopyAsync(connection, CreateHistory(revisions, kind.Key, await VersionsAsync(transaction, kind.Key, ids, cancel)), cancel);
        }
    }

    private static IEnumerable<ChangeRow[]> CreateHistory(Dictionary<long, RevisionNote> revisions, string kind, List<StoredVersion> versions)
    {
        foreach (var record in versions.GroupBy(version => version.Id))
        {
            RecordState? before = null;
            var until = long.MaxValue;
            foreach (var version in record)
            {
                if (before is not null && until < version.From)
                    yield return [.. ChangeRows.Create(revisions[until], kind, record.Key, before, null)];
                var now = RecordState.Parse(kind, version.Document);
                yield return [.. ChangeRows.Create(revisions[version.From], kind, record.Key, until == version.From ? before : null, now)];
                (before, until) = (now, version.Until);
            }

            if (until < long.MaxValue)
                yield return [.. ChangeRows.Create(revisions[until], kind, record.Key, before, null)];
        }
    }

    private static IEnumerable<ChangeRow[]> CreateRows(RevisionNote revision, string kind, string id, RecordState? old, RecordState? @new) =>
        [[.. ChangeRows.Create(revision, kind, id, old, @new)]];

    private static RecordState? ParseState(string kind, byte[]? document) => document is null ? null : RecordState.Parse(kind, document);

    /// <summary>Reads the versions with Npgsql, which returns the bytes of a json column; Dapper would convert them to a string first.</summary>
    private static async Task<List<StoredVersion>> VersionsAsync(NpgsqlTransaction transaction, string kind, string[] ids, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(SelectVersions, transaction.Connection, transaction) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("kind", kind);
        command.Parameters.AddWithValue("ids", ids);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var versions = new List<StoredVersion>();
        while (await reader.ReadAsync(cancel))
            versions.Add(new StoredVersion(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3)));
        return versions;
    }

    /// <summary>Copies rows into the table; each array is what one revision did to one record.</summary>
    private static async Task CopyAsync(NpgsqlConnection connection, IEnumerable<ChangeRow[]> records, CancellationToken cancel)
    {
        await using var import = await connection.BeginBinaryImportAsync(Copy, cancel);
        foreach (var (ordinal, row) in records.SelectMany(rows => rows.Index()))
        {
            await import.StartRowAsync(cancel);
            await import.WriteAsync(row.Revision, NpgsqlDbType.Bigint, cancel);
            await import.WriteAsync(row.Kind, NpgsqlDbType.Text, cancel);
            await import.WriteAsync(row.Record, NpgsqlDbType.Text, cancel);
            await import.WriteAsync(ordinal, NpgsqlDbType.Integer, cancel);
            await import.WriteAsync(row.Change, NpgsqlDbType.Text, cancel);
            await import.WriteAsync(row.Subject, NpgsqlDbType.Text, cancel);
            await import.WriteAsync(row.Domain, NpgsqlDbType.Text, cancel);
            await import.WriteAsync(row.Measure, NpgsqlDbType.Text, cancel);
            await import.WriteAsync(CatalogueJson.Write(row), NpgsqlDbType.Json, cancel);
        }

        await import.CompleteAsync(cancel);
    }

    private sealed record StoredVersion(string Id, long From, long Until, byte[] Document);

    private sealed record RevisionRow
    {
        public long Number { get; init; }
        public DateTime RecordedAt { get; init; }
        public string Actor { get; init; } = "";
        public string Reason { get; init; } = "";

        public RevisionNote Note => new(Number, new DateTimeOffset(RecordedAt), Actor, Reason);
    }
}
