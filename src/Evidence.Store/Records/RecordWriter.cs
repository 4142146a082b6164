using System.Security.Cryptography;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Indexing;
using Npgsql;
using NpgsqlTypes;

namespace Evidence.Store.Records;

/// <summary>Represents a record to be written: its bytes and, of a study, the record that the filter tables are filled from.</summary>
/// <param name="Kind">study, claim, question or vocabulary.</param>
/// <param name="Id">Identifier of the record.</param>
/// <param name="Document">The bytes that are stored and served.</param>
/// <param name="Study">The study, where the record is one.</param>
public sealed record RecordWrite(string Kind, string Id, byte[] Document, Study? Study)
{
    /// <summary>Gets the SHA-256 of the document.</summary>
    public byte[] Digest { get; } = SHA256.HashData(Document);

    /// <summary>Creates the write of a study.</summary>
    public static RecordWrite Create(Study study) => new(Terms.RecordKind.Study, study.Id, CatalogueJson.Write(study), study);

    /// <summary>Creates the write of a claim.</summary>
    public static RecordWrite Create(Claim claim) => new(Terms.RecordKind.Claim, claim.Id, CatalogueJson.Write(claim), null);

    /// <summary>Creates the write of a question.</summary>
    public static RecordWrite Create(ClaimQuestion question) => new(Terms.RecordKind.Question, question.Id, CatalogueJson.Write(question), null);

    /// <summary>Creates the write of a vocabulary.</summary>
    public static RecordWrite Create(Vocabulary vocabulary) => new(Terms.RecordKind.Vocabulary, vocabulary.Name, CatalogueJson.Write(vocabulary), null);
}

/// <summary>Writes versions of records and their index, as parts of one revision.</summary>
public static class RecordWriter
{
    private const string CloseNewest = """
        update record_version
        set valid_until = @revision
        where kind = @kind
          and record_id = @id
          and valid_until = 9223372036854775807
        returning document
        """;

    private const string Insert = """
        insert into record_version (kind, record_id, version, valid_from, document, digest)
        select @kind, @id, coalesce(max(version), 0) + 1, @revision, @document, @digest
        from record_version
        where kind = @kind
          and record_id = @id
        returning version_id
        """;

    /// <summary>Ends the newest version of each record and writes the new one, in the transaction that began the revision.</summary>
    public static async Task WriteAsync(
        NpgsqlTransaction transaction, long revision, IReadOnlyList<RecordWrite> writes, CancellationToken cancel)
    {
        var studies = new List<IndexedStudy>();
        var changes = new List<DocumentChange>();
        foreach (var write in writes)
        {
            var before = await CloseAsync(transaction, revision, write.Kind, write.Id, cancel);
            var versionId = await InsertAsync(transaction, revision, write, cancel);
            if (write.Study is { } study)
                studies.Add(new IndexedStudy(versionId, revision, study));
            changes.Add(new DocumentChange(revision, write.Kind, write.Id, before, write.Document));
        }

        await StudyIndex.InsertAsync(transaction.Connection!, studies, cancel);
        await ChangeIndex.InsertAsync(transaction, revision, changes, cancel);
    }

    /// <summary>Ends the newest version of a record without a new one, in the transaction that began the revision. The caller must know that it exists.</summary>
    public static async Task WithdrawAsync(NpgsqlTransaction transaction, long revision, string kind, string id, CancellationToken cancel)
    {
        var before = await CloseAsync(transaction, revision, kind, id, cancel)
            ?? throw new InvalidOperationException($"There is no {kind} {id} to withdraw.");
        await ChangeIndex.InsertAsync(transaction, revision, [new DocumentChange(revision, kind, id, before, null)], cancel);
    }

    /// <summary>Ends the newest version and returns its document, or null if there is none.</summary>
    private static async Task<byte[]?> CloseAsync(NpgsqlTransaction transaction, long revision, string kind, string id, CancellationToken cancel)
    {
        await using var close = new NpgsqlCommand(CloseNewest, transaction.Connection, transaction);
        close.Parameters.AddWithValue("revision", revision);
        close.Parameters.AddWithValue("kind", kind);
        close.Parameters.AddWithValue("id", id);
        await using var reader = await close.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? reader.GetFieldValue<byte[]>(0) : null;
    }

    private static async Task<long> InsertAsync(NpgsqlTransaction transaction, long revision, RecordWrite write, CancellationToken cancel)
    {
        await using var insert = new NpgsqlCommand(Insert, transaction.Connection, transaction);
        insert.Parameters.AddWithValue("kind", write.Kind);
        insert.Parameters.AddWithValue("id", write.Id);
        insert.Parameters.AddWithValue("revision", revision);
        insert.Parameters.AddWithValue("document", NpgsqlDbType.Json, write.Document);
        insert.Parameters.AddWithValue("digest", write.Digest);
        return (long)(await insert.ExecuteScalarAsync(cancel))!;
    }
}
