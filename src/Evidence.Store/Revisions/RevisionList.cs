using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Revisions;

/// <summary>Defines the list of the revisions of the catalogue, newest first.</summary>
public static class RevisionList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/revisions",
        typeof(Revision),
        new Grain("revision w", "w.number <= @revision", [], []),
        Row: """
            (select json_strip_nulls(row_to_json(r)) from (select
                w.number, to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", w.actor, w.reason, w.correction_id as correction,
                (select count(*) from record_version v where v.valid_from = w.number and v.kind = 'study') as studies,
                (select count(*) from record_version v where v.valid_from = w.number and v.kind = 'claim') as claims,
                (select count(*) from record_version v where v.valid_from = w.number and v.kind = 'vocabulary') as vocabularies) r)
            """,
        Keys: [SortKey.Number("number", "w.number")],
        DefaultSort: "-number",
        Last: []);
}

/// <summary>One committed write to the catalogue.</summary>
public sealed record Revision
{
    /// <summary>Number of the revision, from 1 without a gap; any read takes it as <c>revision</c>.</summary>
    /// <example>1</example>
    public required long Number { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    /// <example>2026-11-24T08:30:00.000000Z</example>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote the revision.</summary>
    /// <example>catalogue files</example>
    public required string Actor { get; init; }

    /// <summary>Why it was written.</summary>
    /// <example>Loaded the catalogue files: 79 studies added</example>
    public required string Reason { get; init; }

    /// <summary>The correction that it carried out, at <c>/v1/corrections</c>; absent where it came otherwise.</summary>
    /// <example>k7m2xq9fa3tz</example>
    public string? Correction { get; init; }

    /// <summary>Number of study records that it wrote.</summary>
    /// <example>79</example>
    public required long Studies { get; init; }

    /// <summary>Number of claims that it wrote.</summary>
    /// <example>12</example>
    public required long Claims { get; init; }

    /// <summary>Number of vocabularies that it wrote.</summary>
    /// <example>36</example>
    public required long Vocabularies { get; init; }
}
