using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Outcomes;

/// <summary>GET /v1/outcomes: one row for each arm of each outcome, as reported.</summary>
public static class ListOutcomes
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/outcomes",
        typeof(OutcomeRow),
        Grain.OutcomeArm,
        Row: "x.row",
        Keys:
        [
            SortKey.OfText("study", "s.study_id"),
            SortKey.OfOptionalNumber("year", "s.year"),
            SortKey.OfText("domain", "o.domain"),
            SortKey.OfNumber("timeHours", "o.time_hours"),
            SortKey.Relevance,
        ],
        DefaultSort: "study",
        Last: [SortKey.OfText("study", "s.study_id"), SortKey.OfNumber("outcome", "o.ordinal"), SortKey.OfNumber("arm", "a.ordinal")]);

    /// <summary>Answers in the format that the request accepts.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) =>
        ListAnswer.SendAsync(http, database, List, Format.Json, Format.Csv, Format.Ndjson);
}
