using Dapper;
using Evidence.Api.Changes;
using Evidence.Catalogue;
using Npgsql;
using NpgsqlTypes;

namespace Evidence.Api.Hosting.Store;

/// <summary>What a revision did to a record: the document of before, that of now, or both.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Kind">study, claim, question or vocabulary.</param>
/// <param name="Id">Identifier of the record.</param>
/// <param name="Old">The document of before; nothing where the record is new.</param>
/// <param name="New">The document now; nothing where it was withdrawn.</param>
public sealed record RecordChange(long Revision, string Kind, string Id, byte[]? Old, byte[]? New);

/// <summary>Fills the table of changes.</summary>
public static class ChangeIndex
{
    private const int RecordsAtOnce = 100;

    private const string SelectRevision =
        "select number, recorded_at as recordedat, actor, reason from revision where number = @Number";

    private const string SelectRevisions = "select number, recorded_at as recordedat, actor, reason from revision";

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
    public static async Task InsertAsync(NpgsqlTransaction transaction, long revision, IReadOnlyList<RecordChange> changes, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var row = await connection.QuerySingleAsync<RevisionRow>(
            new CommandDefinition(SelectRevision, new { Number = revision }, transaction, cancellationToken: cancel));
        await CopyAsync(connection, changes.SelectMany(change => RowsOf(row.Note, change.Kind, change.Id, StateOf(change.Kind, change.Old), StateOf(change.Kind, change.New))), cancel);
    }

    /// <summary>Fills the table anew: of each record the versions in their order, so that each is read and computed once.</summary>
    public static async Task RefillAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new CommandDefinition(Delete, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
        var revisions = (await connection.QueryAsync<RevisionRow>(new CommandDefinition(SelectRevisions, transaction: transaction, commandTimeout: 0, cancellationToken: cancel)))
            .ToDictionary(row => row.Number, row => row.Note);
        var records = await connection.QueryAsync<(string Kind, string Id)>(new CommandDefinition(SelectRecords, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
        foreach (var kind in records.GroupBy(record => record.Kind))
        {
            foreach (var ids in kind.Select(record => record.Id).Chunk(RecordsAtOnce))
                await CopyAsync(connection, HistoryOf(revisions, kind.Key, await VersionsAsync(transaction, kind.Key, ids, cancel)), cancel);
        }
    }

    private static IEnumerable<ChangeRow[]> HistoryOf(Dictionary<long, RevisionNote> revisions, string kind, List<StoredVersion> versions)
    {
        foreach (var record in versions.GroupBy(version => version.Id))
        {
            RecordState? before = null;
            var until = long.MaxValue;
            foreach (var version in record)
            {
                if (before is not null && until < version.From)
                    yield return [.. ChangeRows.Of(revisions[until], kind, record.Key, before, null)];
                var now = RecordState.Of(kind, version.Document);
                yield return [.. ChangeRows.Of(revisions[version.From], kind, record.Key, until == version.From ? before : null, now)];
                (before, until) = (now, version.Until);
            }

            if (until < long.MaxValue)
                yield return [.. ChangeRows.Of(revisions[until], kind, record.Key, before, null)];
        }
    }

    private static IEnumerable<ChangeRow[]> RowsOf(RevisionNote revision, string kind, string id, RecordState? old, RecordState? @new) =>
        [[.. ChangeRows.Of(revision, kind, id, old, @new)]];

    private static RecordState? StateOf(string kind, byte[]? document) => document is null ? null : RecordState.Of(kind, document);

    /// <summary>Npgsql gives the bytes of a json column; Dapper would make a string of them first.</summary>
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

    /// <summary>Each array is what one revision did to one record.</summary>
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
