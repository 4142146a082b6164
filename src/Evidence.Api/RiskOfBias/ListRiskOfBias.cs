using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.RiskOfBias;

/// <summary>GET /v1/risk-of-bias: assessments with the judgement of each domain.</summary>
public static class ListRiskOfBias
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/risk-of-bias",
        typeof(RiskOfBiasRow),
        Grain.RiskOfBias,
        Row: "r.row",
        Keys:
        [
            SortKey.OfText("study", "s.study_id"),
            SortKey.OfOptionalNumber("year", "s.year"),
            SortKey.OfText("tool", "r.tool"),
            SortKey.Relevance,
        ],
        DefaultSort: "study",
        Last: [SortKey.OfText("study", "s.study_id"), SortKey.OfNumber("assessment", "r.ordinal")])
    {
        ColumnsAsync = RobvisColumns.ForAsync,
    };

    /// <summary>Answers in the format that the request accepts.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) =>
        ListAnswer.SendAsync(http, database, List, Format.Json, Format.Csv, Format.Ndjson);
}
