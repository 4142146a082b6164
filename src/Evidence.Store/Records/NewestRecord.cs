using Dapper;
using Npgsql;

namespace Evidence.Store.Records;

/// <summary>Represents the newest version of a record, which a write reads with the catalogue locked.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="ValidFrom">Revision that wrote it.</param>
/// <param name="Digest">SHA-256 of the document.</param>
/// <param name="ETag">Its validator.</param>
public sealed record NewestRecord(int Version, long ValidFrom, byte[] Digest, string ETag)
{
    private const string Lock = "select catalogue_id from catalogue for update";

    private const string Select = """
        select version, valid_from, digest
        from record_version
        where kind = @Kind
          and record_id = @Id
          and valid_until = 9223372036854775807
        """;

    /// <summary>
    /// Locks the catalogue until the transaction ends and returns the newest version, or null if there is none or it was withdrawn. What is
    /// checked of it still holds when the write commits.
    /// </summary>
    public static async Task<NewestRecord?> LockAsync(NpgsqlTransaction transaction, string kind, string id, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var catalogue = await connection.QuerySingleAsync<Guid>(new CommandDefinition(Lock, transaction: transaction, cancellationToken: cancel));
        var row = await connection.QuerySingleOrDefaultAsync<VersionRow>(new CommandDefinition(Select, new { Kind = kind, Id = id }, transaction, cancellationToken: cancel));
        return row is null ? null : new NewestRecord(row.Version, row.ValidFrom, row.Digest, RecordTag.Format(id, row.Version, catalogue));
    }

    private sealed record VersionRow
    {
        public int Version { get; init; }
        public long ValidFrom { get; init; }
        public byte[] Digest { get; init; } = [];
    }
}
