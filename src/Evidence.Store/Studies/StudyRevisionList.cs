using Dapper;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Studies;

/// <summary>Defines the list of the versions of one study's record, newest first, with what each one changed.</summary>
public static class StudyRevisionList
{
    private const string SelectExists =
        "select exists (select from record_version where kind = 'study' and record_id = @Id and valid_from <= @Revision)";

    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/studies/{id}/revisions",
        typeof(StudyRevision),
        new Grain(
            """
            record_version v
            join revision w on w.number = v.valid_from
            left join record_version n on n.kind = v.kind and n.record_id = v.record_id and n.valid_from = v.valid_until
            left join revision u on u.number = v.valid_until and u.number <= @revision and n.version_id is null
            """,
            "v.kind = 'study' and v.valid_from <= @revision",
            [],
            [])
        {
            FromPath = new Filter(new Parameter("id", ParameterKind.Text, "Identifier of the study.", "zarate-2006"), Scope.Study, "v.record_id = @value"),
        },
        Row: """
            (select json_strip_nulls(row_to_json(r)) from (select
                v.version, v.valid_from as revision, to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", w.actor, w.reason,
                d.change, d.fields as "fieldsChanged", d.effects as "effectsChanged",
                (select coalesce(array_to_json(array_agg(json_build_object(
                    'pointer', f.row -> 'pointer', 'path', f.row -> 'path', 'difference', f.row -> 'difference', 'old', f.row -> 'old', 'new', f.row -> 'new')
                    order by f.ordinal)), '[]')
                from (
                    select c.ordinal, c.row from change c
                    where c.revision = v.valid_from and c.kind = v.kind and c.record_id = v.record_id and c.subject = 'field'
                    order by c.ordinal limit 20) f) as changes,
                format('/v1/changes?study=%s&from=%s&to=%s', v.record_id, v.valid_from - 1, v.valid_from) as address,
                case when n.valid_from <= @revision then n.valid_from end as "supersededBy",
                case when u.number is not null then json_build_object(
                    'revision', u.number, 'recordedAt', to_char(u.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'actor', u.actor, 'reason', u.reason) end as "withdrawnBy"
            from (
                select
                    min(c.change) filter (where c.subject = 'record') as change,
                    count(*) filter (where c.subject = 'field') as fields,
                    count(*) filter (where c.subject = 'effect') as effects
                from change c
                where c.revision = v.valid_from and c.kind = v.kind and c.record_id = v.record_id) d) r)
            """,
        Keys: [SortKey.Number("version", "v.version")],
        DefaultSort: "-version",
        Last: []);

    /// <summary>Returns whether the catalogue has, or had, the study as of a revision.</summary>
    public static Task<bool> HasHistoryAsync(EvidenceDatabase database, string id, long revision, CancellationToken cancel) =>
        database.ReadAsync(
            (connection, token) => connection.ExecuteScalarAsync<bool>(new CommandDefinition(SelectExists, new { Id = id, Revision = revision }, cancellationToken: token)),
            cancel);
}
