using Dapper;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Hosting.Store;

/// <summary>Brings the store to what <c>db/catalogue</c> says: one revision for all that changed, none where nothing did.</summary>
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

    private const string SelectIndexBuild = "select index_build from catalogue";
    private const string LockOutWriters = "select from catalogue for update";
    private const string UpdateIndexBuild = "update catalogue set index_build = @Build";
    private const string DeleteIndex = "delete from study";

    private const string SelectStudies =
        "select version_id as versionid, valid_from as revision, document::text as document from record_version where kind = 'study' order by version_id";

    /// <summary>Writes what changed since the files were last loaded; gives the number of records written.</summary>
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
            var revision = await Revisions.BeginAsync(transaction, clock.GetUtcNow(), "catalogue files", Reason(changed, loaded), cancel);
            await RecordVersions.WriteAsync(transaction, revision, changed, cancel);
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

    /// <summary>Fills the filter tables anew where another build of the program filled them.</summary>
    public static async Task ReindexAsync(NpgsqlConnection connection, Action<string> progress, CancellationToken cancel)
    {
        if (await connection.QuerySingleAsync<Guid?>(new CommandDefinition(SelectIndexBuild, cancellationToken: cancel)) == Build.Id)
            return;
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // What another process wrote between the reading of the documents and the emptying of the tables would be missing in them for ever.
        await connection.ExecuteAsync(new CommandDefinition(LockOutWriters, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
        var versions = (await connection.QueryAsync<StoredStudy>(new CommandDefinition(SelectStudies, transaction: transaction, cancellationToken: cancel)))
            .Select(stored => stored.Read()).ToList();
        if (versions.Count > 0)
            progress($"Filling the filter tables for this version of the program: {versions.Count} study versions");
        await connection.ExecuteAsync(new CommandDefinition(DeleteIndex, transaction: transaction, cancellationToken: cancel));
        await StudyIndex.InsertAsync(connection, versions, cancel);
        await ChangeIndex.RefillAsync(transaction, cancel);
        await connection.ExecuteAsync(new CommandDefinition(UpdateIndexBuild, new { Build = Build.Id }, transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
    }

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
        ("study", _) => "studies",
        ("vocabulary", _) => "vocabularies",
        _ => kind + "s",
    };

    private sealed record RecordDigest
    {
        public string Kind { get; init; } = "";
        public string Id { get; init; } = "";
        public byte[] Digest { get; init; } = [];
    }

    private sealed record StoredStudy
    {
        public long VersionId { get; init; }
        public long Revision { get; init; }
        public string Document { get; init; } = "";

        public IndexedStudy Read() => new(VersionId, Revision, CatalogueJson.Read<Study>(System.Text.Encoding.UTF8.GetBytes(Document)).Value
            ?? throw new Database.StartupException($"Study version {VersionId} of the database cannot be read by this program; start the one that wrote it."));
    }
}
