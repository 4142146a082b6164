using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Studies;

/// <summary>GET /v1/studies: the studies that the filters leave.</summary>
public static class ListStudies
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/studies",
        typeof(StudySummary),
        Grain.Study,
        Row: "s.row",
        Keys:
        [
            SortKey.OfText("id", "s.study_id"),
            SortKey.OfText("label", "s.label"),
            SortKey.OfOptionalNumber("year", "s.year"),
            SortKey.OfOptionalNumber("enrolled", "s.enrolled"),
            SortKey.OfNumber("revision", "v.valid_from"),
            SortKey.Relevance,
        ],
        DefaultSort: "-year,label",
        Last: [SortKey.OfText("id", "s.study_id")])
    {
        Record = "v.document",
    };

    /// <summary>Answers in the format that the request accepts.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) =>
        ListAnswer.SendAsync(http, database, List, [Format.Json, Format.Csv, Format.Ndjson, .. Format.Bibliographies]);
}
