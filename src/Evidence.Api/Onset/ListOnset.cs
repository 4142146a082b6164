using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Onset;

/// <summary>GET /v1/onset: what studies say of how fast the effect came.</summary>
public static class ListOnset
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/onset",
        typeof(OnsetRow),
        Grain.Onset,
        Row: "n.row",
        Keys:
        [
            SortKey.OfText("study", "s.study_id"),
            SortKey.OfOptionalNumber("year", "s.year"),
            SortKey.OfText("definition", "n.definition"),
            SortKey.OfNumber("hours", "n.hours"),
            SortKey.Relevance,
        ],
        DefaultSort: "definition,hours",
        Last: [SortKey.OfText("study", "s.study_id"), SortKey.OfNumber("finding", "n.ordinal")]);

    /// <summary>Answers in the format that the request accepts.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) =>
        ListAnswer.SendAsync(http, database, List, Format.Json, Format.Csv, Format.Ndjson);
}
