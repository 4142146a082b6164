using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Studies;

/// <summary>GET /v1/studies/{id}/revisions: the history of one record, newest first.</summary>
public static class ListStudyRevisions
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/studies/{id}/revisions",
        typeof(StudyRevision),
        new Grain(
            "record_version v join revision w on w.number = v.valid_from",
            "v.kind = 'study' and v.valid_from <= @revision",
            [],
            [])
        {
            FromPath = new Filter(new Parameter("id", ParameterKind.Text, "Identifier of the study.", "zarate-2006"), Scope.Study, "v.record_id = @value"),
        },
        Row: """
            (select json_strip_nulls(row_to_json(r)) from (select
                v.version, v.valid_from as revision, to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", w.actor, w.reason,
                case when v.valid_until <= @revision then v.valid_until end as "supersededBy") r)
            """,
        Keys: [SortKey.OfNumber("version", "v.version")],
        DefaultSort: "-version",
        Last: []);

    /// <summary>Answers the history; a study that never was, or not yet at that revision, is a 404.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, string id)
    {
        if (await ReadRequest.ParseAsync(http, database, List.Parameters, Format.Json) is not { } request)
            return;
        if (await HasHistoryAsync(http, database, id, request.Revision))
            await ListAnswer.SendAsync(http, database, List, Format.Json);
        else
            await RecordAnswer.SendNotFoundAsync(http, database, "study", id, request.Revision);
    }

    private static async Task<bool> HasHistoryAsync(HttpContext http, EvidenceDatabase database, string id, long revision)
    {
        const string Exists = "select exists (select from record_version where kind = 'study' and record_id = @Id and valid_from <= @Revision)";
        return await database.ReadAsync(
            (connection, cancel) => Dapper.SqlMapper.ExecuteScalarAsync<bool>(connection, new Dapper.CommandDefinition(Exists, new { Id = id, Revision = revision }, cancellationToken: cancel)),
            http.RequestAborted);
    }
}

/// <summary>One version of a study's record, and the revision that wrote it.</summary>
public sealed record StudyRevision
{
    /// <summary>Number of the version, from 1.</summary>
    /// <example>1</example>
    public required int Version { get; init; }

    /// <summary>Revision of the catalogue that wrote it; <c>/v1/studies/{id}?revision=</c> is the record as it then was.</summary>
    /// <example>1</example>
    public required long Revision { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    /// <example>2026-11-24T08:30:00.000000Z</example>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    /// <example>catalogue files</example>
    public required string Actor { get; init; }

    /// <summary>Why.</summary>
    /// <example>Loaded the catalogue files: 79 studies added</example>
    public required string Reason { get; init; }

    /// <summary>Revision that replaced or withdrew it; absent while it holds.</summary>
    /// <example>2</example>
    public long? SupersededBy { get; init; }
}
