using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Effects;

/// <summary>GET /v1/effects: one row for each contrast of two arms, with yi and vi.</summary>
public static class ListEffects
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/effects",
        typeof(EffectRow),
        Grain.Effect,
        Row: "e.row",
        Keys:
        [
            SortKey.OfText("study", "s.study_id"),
            SortKey.OfOptionalNumber("year", "s.year"),
            SortKey.OfText("domain", "o.domain"),
            SortKey.OfNumber("timeHours", "o.time_hours"),
            SortKey.Relevance,
        ],
        DefaultSort: "study",
        Last: [SortKey.OfText("study", "s.study_id"), SortKey.OfNumber("effect", "e.ordinal")]);

    /// <summary>Answers in the format that the request accepts.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) =>
        ListAnswer.SendAsync(http, database, List, Format.Json, Format.Csv, Format.Ndjson);
}
