using Dapper;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Store.Files;

/// <summary>Updates the store to the state of <c>db/catalogue</c>: one revision for all changes, none if there is no change.</summary>
public static class CatalogueLoader
{
    private const string SelectLoaded = "select kind, record_id as id, digest from catalogue_file";

    private const string SelectNewest =
        "select kind, record_id as id, digest from record_version where valid_until = 9223372036854775807";

    private const string RememberLoaded = """
        insert into catalogue_file (kind, record_id, digest)
        values (@Kind, @Id, @Digest)
        on conflict on constraint catalogue_file_pkey do update set digest = excluded.digest
        """;

    /// <summary>Writes what changed since the files were last loaded; returns the number of records written.</summary>
    public static async Task<int> LoadAsync(
        NpgsqlConnection connection, IReadOnlyList<RecordWrite> records, TimeProvider clock, Action<string> progress, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var loaded = await DigestsAsync(transaction, SelectLoaded, cancel);
        var newest = await DigestsAsync(transaction, SelectNewest, cancel);
        foreach (var (kind, id) in loaded.Keys.Except(records.Select(record => (record.Kind, record.Id))).Order())
            progress($"The catalogue files no longer have the {kind} {id}; it stays in the catalogue until somebody withdraws it");
        var changedFiles = records.Where(record => !Has(loaded, record)).ToList();
        // A file may have caught up with what a curator wrote before.
        var changed = changedFiles.Where(record => !Has(newest, record)).ToList();
        if (changed.Count > 0)
        {
            var revision = await RevisionCounter.BeginAsync(transaction, clock.GetUtcNow(), "catalogue files", Reason(changed, loaded), cancel);
            await RecordWriter.WriteAsync(transaction, revision, changed, cancel);
        }

        foreach (var record in changedFiles)
            await connection.ExecuteAsync(new CommandDefinition(RememberLoaded, record, transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
        return changed.Count;
    }

    private static async Task<Dictionary<(string Kind, string Id), byte[]>> DigestsAsync(
        NpgsqlTransaction transaction, string select, CancellationToken cancel)
    {
        var rows = await transaction.Connection!.QueryAsync<RecordDigest>(new CommandDefinition(select, transaction: transaction, cancellationToken: cancel));
        return rows.ToDictionary(row => (row.Kind, row.Id), row => row.Digest);
    }

    private static bool Has(Dictionary<(string Kind, string Id), byte[]> digests, RecordWrite record) =>
        digests.TryGetValue((record.Kind, record.Id), out var digest) && digest.AsSpan().SequenceEqual(record.Digest);

    private static string Reason(List<RecordWrite> changed, Dictionary<(string Kind, string Id), byte[]> loaded)
    {
        var parts = changed
            .GroupBy(record => (record.Kind, Known: loaded.ContainsKey((record.Kind, record.Id))))
            .Select(group => $"{group.Count()} {Plural(group.Key.Kind, group.Count())} {(group.Key.Known ? "changed" : "added")}");
        return $"Loaded the catalogue files: {string.Join(", ", parts)}";
    }

    private static string Plural(string kind, int count) => (kind, count) switch
    {
        (_, 1) => kind,
        (Terms.RecordKind.Study, _) => "studies",
        (Terms.RecordKind.Vocabulary, _) => "vocabularies",
        _ => kind + "s",
    };

    private sealed record RecordDigest
    {
        public string Kind { get; init; } = "";
        public string Id { get; init; } = "";
        public byte[] Digest { get; init; } = [];
    }
}
