using Npgsql;

namespace Evidence.Store.Integrity;

/// <summary>Checks what must hold between revisions and versions. Each check is a query for the rows that break it: their keys, and what is wrong.</summary>
public static class IntegrityChecks
{
    private const string RevisionsWithoutGap = """
        select 'number=' || number,
               'the revision before it is ' || before || '; revisions go from 1 without a gap'
        from (select number, lag(number, 1, 0::bigint) over (order by number) as before from revision) as sequence
        where number <> before + 1
        order by number
        """;

    private const string OneNewest = """
        select 'newest_revision=' || catalogue.newest_revision,
               'the newest revision that is stored is ' || newest.number
        from catalogue
        cross join (select coalesce(max(number), 0) as number from revision) as newest
        where catalogue.newest_revision <> newest.number
        """;

    private const string OneRow = """
        select 'rows=' || count(*),
               'the table has one row, which writers lock'
        from catalogue
        having count(*) <> 1
        """;

    private const string Digests = """
        select concat_ws(' ', 'version_id=' || version_id, kind, record_id, 'version ' || version),
               'the digest is not the SHA-256 of the document'
        from record_version
        where digest is distinct from sha256(convert_to(document::text, 'UTF8'))
        order by version_id
        """;

    private const string VersionsWithoutGap = """
        select concat_ws(' ', kind, record_id),
               'its ' || count(*) || ' versions are numbered ' || min(version) || ' to ' || max(version) || '; versions go from 1 without a gap'
        from record_version
        group by kind, record_id
        having min(version) <> 1
            or max(version) <> count(*)
            or count(distinct version) <> count(*)
        order by kind, record_id
        """;

    private const string VersionsHold = """
        select concat_ws(' ', 'version_id=' || version_id, kind, record_id, 'version ' || version),
               'it holds from revision ' || valid_from || ' until ' || valid_until || ', which is at no revision'
        from record_version
        where valid_from >= valid_until
        order by version_id
        """;

    private const string VersionsFollow = """
        select concat_ws(' ', 'version_id=' || version_id, kind, record_id, 'version ' || version),
               'it holds from revision ' || valid_from || ', but the version before it until ' || before
        from (
            select version_id, kind, record_id, version, valid_from,
                   lag(valid_until) over (partition by kind, record_id order by version) as before
            from record_version) as sequence
        where valid_from < before
        order by version_id
        """;

    private const string BeginsExist = """
        select concat_ws(' ', 'version_id=' || version_id, kind, record_id, 'version ' || version),
               'it holds from revision ' || valid_from || ', which does not exist'
        from record_version
        where not exists (select from revision where number = valid_from)
        order by version_id
        """;

    private const string EndsExist = """
        select concat_ws(' ', 'version_id=' || version_id, kind, record_id, 'version ' || version),
               'it holds until revision ' || valid_until || ', which does not exist'
        from record_version
        where valid_until <> 9223372036854775807
          and not exists (select from revision where number = valid_until)
        order by version_id
        """;

    private static readonly (string Table, string Query)[] All =
    [
        ("revision", RevisionsWithoutGap),
        ("catalogue", OneNewest),
        ("catalogue", OneRow),
        ("record_version", Digests),
        ("record_version", VersionsWithoutGap),
        ("record_version", VersionsHold),
        ("record_version", VersionsFollow),
        ("record_version", BeginsExist),
        ("record_version", EndsExist),
    ];

    /// <summary>Gets the number of checks.</summary>
    public static int Count => All.Length;

    /// <summary>Reports every row that breaks a check.</summary>
    public static async Task CheckAsync(NpgsqlConnection snapshot, Action<IntegrityError> found, CancellationToken cancel)
    {
        foreach (var (table, query) in All)
        {
            await using var command = new NpgsqlCommand(query, snapshot);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
                found(new IntegrityError(table, reader.GetString(0), reader.GetString(1)));
        }
    }
}
