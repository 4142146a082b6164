using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Store.Files;

/// <summary>Writes the catalogue as of a revision, record after record: never more than one of them is in memory.</summary>
public static class CatalogueExport
{
    private const string SelectNewest = "select newest_revision from catalogue";

    private const string CountRecords =
        "select count(*) from record_version where valid_from <= @Revision and valid_until > @Revision";

    private const string SelectRecords = """
        select record_id, version, valid_from, encode(digest, 'hex'), document
        from record_version
        where kind = @Kind
          and valid_from <= @Revision
          and valid_until > @Revision
        order by record_id collate "C"
        """;

    /// <summary>Lists the kinds and where they are written. Claims come last: a folder without them is refused, and so is an export that broke off.</summary>
    private static readonly (string Kind, string Place)[] Kinds =
        [
            (Terms.RecordKind.Study, "studies/"), (Terms.RecordKind.Vocabulary, "vocabularies/"),
            (Terms.RecordKind.Question, "questions.json"), (Terms.RecordKind.Claim, "claims.json"),
        ];

    private static readonly JsonWriterOptions ForPeople =
        new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions ForPrograms = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Finds the revision that is asked for, or the newest, in a snapshot that later writes do not touch.</summary>
    /// <exception cref="StartupException">There is no such revision.</exception>
    public static async Task<long> RevisionAsync(NpgsqlTransaction snapshot, long? asked, CancellationToken cancel)
    {
        var newest = await snapshot.Connection!.QuerySingleAsync<long>(new CommandDefinition(SelectNewest, transaction: snapshot, cancellationToken: cancel));
        return (newest, asked) switch
        {
            (0, _) => throw new StartupException("The catalogue has no revision yet; start the service once, so that it loads its records."),
            (_, null) => newest,
            (_, { } revision) when revision < 1 || revision > newest => throw new StartupException($"The catalogue has no revision {revision}; its revisions are 1 to {newest}."),
            (_, { } revision) => revision,
        };
    }

    /// <summary>Writes a folder in the shape of <c>db/catalogue</c>, from which the same documents can be loaded; returns the number of records.</summary>
    /// <exception cref="StartupException">The folder holds something already.</exception>
    public static async Task<int> WriteFilesAsync(NpgsqlTransaction snapshot, long revision, string folder, Action<string> progress, CancellationToken cancel)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new StartupException($"{folder} is not empty; name a folder that is, or that does not exist yet.");
        Directory.CreateDirectory(folder);
        var written = 0;
        foreach (var (kind, place) in Kinds)
        {
            var path = Path.Combine(folder, place);
            var records = RecordsAsync(snapshot, kind, revision, cancel);
            var count = place.EndsWith('/') ? await WriteEachAsync(records, path) : await WriteListAsync(records, path);
            progress($"{path}: {count}");
            written += count;
        }

        await EnsureAllAsync(snapshot, revision, written, cancel);
        return written;
    }

    /// <summary>Writes a line of JSON for each record: kind, id, version, the revision that wrote it, SHA-256 of the document, and the document.</summary>
    public static async Task<int> WriteLinesAsync(NpgsqlTransaction snapshot, long revision, Stream output, CancellationToken cancel)
    {
        var written = 0;
        foreach (var (kind, _) in Kinds)
        {
            await foreach (var record in RecordsAsync(snapshot, kind, revision, cancel))
            {
                await using (var line = new Utf8JsonWriter(output, ForPrograms))
                    WriteLine(line, kind, record);
                output.WriteByte((byte)'\n');
                written++;
            }
        }

        await EnsureAllAsync(snapshot, revision, written, cancel);
        return written;
    }

    private static void WriteLine(Utf8JsonWriter line, string kind, ExportedRecord record)
    {
        line.WriteStartObject();
        line.WriteString("kind", kind);
        line.WriteString("id", record.Id);
        line.WriteNumber("version", record.Version);
        line.WriteNumber("revision", record.Revision);
        line.WriteString("digest", record.Digest);
        line.WritePropertyName("document");
        line.WriteRawValue(record.Document);
        line.WriteEndObject();
    }

    private static async Task<int> WriteEachAsync(IAsyncEnumerable<ExportedRecord> records, string folder)
    {
        Directory.CreateDirectory(folder);
        var count = 0;
        await foreach (var record in records)
        {
            if (record.Id.AsSpan().ContainsAny('/', '\\') || record.Id.StartsWith('.'))
                throw new StartupException($"The record '{record.Id}' has an identifier that is no file name.");
            await using var file = File.Create(Path.Combine(folder, $"{record.Id}.json"));
            await WriteAsync(file, record);
            count++;
        }

        return count;
    }

    private static async Task<int> WriteListAsync(IAsyncEnumerable<ExportedRecord> records, string path)
    {
        await using var file = File.Create(path);
        await using var list = new Utf8JsonWriter(file, ForPeople);
        list.WriteStartArray();
        var count = 0;
        await foreach (var record in records)
        {
            using var document = JsonDocument.Parse(record.Document);
            document.RootElement.WriteTo(list);
            await list.FlushAsync();
            count++;
        }

        list.WriteEndArray();
        await list.FlushAsync();
        file.WriteByte((byte)'\n');
        return count;
    }

    /// <summary>Writes a document indented, for people and diff tools; numbers keep their digits (8.0 stays 8.0).</summary>
    private static async Task WriteAsync(FileStream file, ExportedRecord record)
    {
        using var document = JsonDocument.Parse(record.Document);
        await using (var writer = new Utf8JsonWriter(file, ForPeople))
            document.RootElement.WriteTo(writer);
        file.WriteByte((byte)'\n');
    }

    private static async IAsyncEnumerable<ExportedRecord> RecordsAsync(
        NpgsqlTransaction snapshot, string kind, long revision, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(SelectRecords, snapshot.Connection, snapshot);
        command.Parameters.AddWithValue("Kind", kind);
        command.Parameters.AddWithValue("Revision", revision);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return new ExportedRecord(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4));
    }

    /// <summary>Checks the count, so that a kind that a later program stores is not left out silently.</summary>
    private static async Task EnsureAllAsync(NpgsqlTransaction snapshot, long revision, int written, CancellationToken cancel)
    {
        var stored = await snapshot.Connection!.QuerySingleAsync<long>(
            new CommandDefinition(CountRecords, new { Revision = revision }, snapshot, cancellationToken: cancel));
        if (stored != written)
            throw new StartupException($"Revision {revision} has {stored} records, of which only {written} are of kinds that this program can write.");
    }

    private sealed record ExportedRecord(string Id, int Version, long Revision, string Digest, byte[] Document);
}
