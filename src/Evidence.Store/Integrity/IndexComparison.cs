using System.Text;
using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Indexing;
using Npgsql;

namespace Evidence.Store.Integrity;

/// <summary>
/// Fills the filter tables a second time, from the documents, and compares. The second ones are temporary tables of the same names, which the
/// session finds before the real ones: so the code that fills them is the one that fills the real ones, unchanged.
/// </summary>
public static class IndexComparison
{
    private const int VersionsPerBatch = 100;

    private const string SelectTable = """
        select format('%I.%I', schemas.nspname, tables.relname) as name,
               array(
                   select attname::text
                   from pg_constraint
                   cross join unnest(conkey) with ordinality as part (number, place)
                   join pg_attribute on attrelid = conrelid and attnum = part.number
                   where conrelid = tables.oid
                     and contype = 'p'
                   order by place) as key
        from pg_class as tables
        join pg_namespace as schemas on schemas.oid = tables.relnamespace
        where tables.oid = to_regclass(@Table)
        """;

    private const string CountVersions = "select count(*) from record_version where kind = 'study'";

    private const string SelectVersions = """
        select version_id, record_id as id, version, valid_from as revision, document::text as document
        from record_version
        where kind = 'study'
          and version_id > @After
        order by version_id
        limit @limit
        """;

    private const string Changes = "change";

    /// <summary>Gets the names of the tables that are compared.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["study", "arm", "outcome", "outcome_arm", "effect", "onset", "risk_of_bias", "identifier", Changes];

    /// <summary>Reports every row that is missing, needless or different. The transaction has to be one snapshot, and must be rolled back.</summary>
    /// <param name="snapshot">The transaction.</param>
    /// <param name="isSound">Whether revisions and versions have no error; else what changed between them cannot be computed, and is not compared.</param>
    /// <param name="found">Takes each error.</param>
    /// <param name="progress">Takes each line of progress.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task CompareAsync(NpgsqlTransaction snapshot, bool isSound, Action<IntegrityError> found, Action<string> progress, CancellationToken cancel)
    {
        var stored = new List<StoredTable>();
        foreach (var table in isSound ? Tables : Tables.Where(table => table != Changes))
            stored.Add(await ShadowAsync(snapshot, table, cancel));
        await FillAsync(snapshot, found, progress, cancel);
        progress(isSound ? "Changes of every revision computed a second time" : "Changes are not compared: revisions or versions have errors");
        if (isSound)
            await ChangeIndex.RefillAsync(snapshot, cancel);
        foreach (var table in stored)
            await CompareAsync(snapshot, table, found, cancel);
    }

    private static async Task<StoredTable> ShadowAsync(NpgsqlTransaction snapshot, string table, CancellationToken cancel)
    {
        var connection = snapshot.Connection!;
        var stored = await connection.QuerySingleAsync<StoredTable>(new CommandDefinition(SelectTable, new { Table = table }, snapshot, cancellationToken: cancel));
        var create = $"create temporary table {table} (like {stored.Name} including defaults including generated) on commit drop";
        await connection.ExecuteAsync(new CommandDefinition(create, transaction: snapshot, cancellationToken: cancel));
        return stored with { Table = table };
    }

    private static async Task FillAsync(NpgsqlTransaction snapshot, Action<IntegrityError> found, Action<string> progress, CancellationToken cancel)
    {
        var connection = snapshot.Connection!;
        var count = await connection.QuerySingleAsync<long>(new CommandDefinition(CountVersions, transaction: snapshot, cancellationToken: cancel));
        long after = 0, done = 0;
        while (true)
        {
            var part = new CommandDefinition(SelectVersions, new { After = after, Limit = VersionsPerBatch }, snapshot, cancellationToken: cancel);
            var versions = (await connection.QueryAsync<StudyVersion>(part)).ToList();
            if (versions is [])
                return;
            await StudyIndex.InsertAsync(connection, [.. versions.Select(version => version.Read(found)).OfType<IndexedStudy>()], cancel);
            after = versions[^1].VersionId;
            done += versions.Count;
            progress($"Study versions indexed a second time: {done} of {count}");
        }
    }

    private static async Task CompareAsync(NpgsqlTransaction snapshot, StoredTable table, Action<IntegrityError> found, CancellationToken cancel)
    {
        var key = string.Join(", ", table.Key.Select(column => $"'{column}=' || each_row.\"{column}\""));
        // Rows as text: json has no equality, and a row may say the same number with other digits.
        string Rows(string from) => $"select concat_ws(' ', {key}) as key, sha256(convert_to(each_row::text, 'UTF8')) as content from {from} as each_row";
        var difference = $"""
            with stored as (
                     {Rows(table.Name)}),
                 due as (
                     {Rows($"pg_temp.{table.Table}")}),
                 needless as (select * from stored except all select * from due),
                 missing as (select * from due except all select * from stored)
            select coalesce(needless.key, missing.key), needless.key is not null, missing.key is not null
            from needless
            full join missing on missing.key = needless.key
            order by 1
            """;
        await using var command = new NpgsqlCommand(difference, snapshot.Connection, snapshot);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found(new IntegrityError(table.Table, reader.GetString(0), (reader.GetBoolean(1), reader.GetBoolean(2)) switch
            {
                (true, true) => "the row is not what its document gives",
                (true, false) => "no document gives this row",
                _ => "the row is missing",
            }));
        }
    }

    private sealed record StoredTable
    {
        public string Table { get; init; } = "";
        public string Name { get; init; } = "";
        public string[] Key { get; init; } = [];
    }

    private sealed record StudyVersion
    {
        public long VersionId { get; init; }
        public string Id { get; init; } = "";
        public int Version { get; init; }
        public long Revision { get; init; }
        public string Document { get; init; } = "";

        public IndexedStudy? Read(Action<IntegrityError> found)
        {
            var read = CatalogueJson.Read<Study>(Encoding.UTF8.GetBytes(Document));
            foreach (var issue in read.Error?.ToIssues() ?? [])
                found(new IntegrityError("record_version", $"version_id={VersionId} study {Id} version {Version}", $"the document cannot be read: {issue}"));
            return read.Value is { } study ? new IndexedStudy(VersionId, Revision, study) : null;
        }
    }
}
