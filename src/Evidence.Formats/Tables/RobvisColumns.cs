using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Formats.Tables;

/// <summary>
/// Creates the columns that the R package robvis reads: the study, one column for each domain of the tool in the tool's order, the overall judgement,
/// and of RoB 1 a weight, without which rob_summary() stops. Its tables are of one tool, and so is this one. A domain that was not read is an
/// empty cell, which robvis draws grey and calls NA; "No information" and "Not applicable", which it also knows, would be judgements.
/// </summary>
public static class RobvisColumns
{
    /// <summary>Creates the columns of a tool; a RoB 1 table has its domains for names, the others D1, D2 …, as robvis expects them.</summary>
    public static IReadOnlyList<CsvColumn> ForTool(string tool)
    {
        var domains = Vocabulary.Get("risk-of-bias-domain").Terms.Where(term => term.Tool == tool).OrderBy(term => term.Order);
        return
        [
            new CsvColumn("Study", "Short name of the study, with the outcome where the assessment is of one result.", "string", false, FormatStudy),
            .. domains.Select(domain => new CsvColumn(
                tool == Terms.RiskOfBiasTool.Rob1 ? Capitalize(domain.Name) : $"D{domain.Order}",
                $"{Capitalize(domain.Name)}: Low, Unclear, Some concerns or High; empty if the judgement was not read.",
                "string",
                false,
                row => FindJudgement(row, domain.Name))),
            new CsvColumn(
                "Overall",
                "Overall judgement; where the assessors gave none, high if a domain is high, else, if every domain of the tool was judged, the worst of them.",
                "string",
                false,
                row => row.TryGetProperty("summarized", out var judgement) ? Capitalize(judgement.GetString()!) : ""),
            .. tool == Terms.RiskOfBiasTool.Rob1 ? [Weight] : Array.Empty<CsvColumn>(),
        ];
    }

    /// <summary>Gets the weight: robvis takes it in a table of RoB 1 in every version; in those of other tools its newest rob_traffic_light() refuses it.</summary>
    private static CsvColumn Weight { get; } = new(
        "Weight", "Always 1: in a summary, robvis counts every assessment alike. It is no weight of a meta-analysis.", "integer", false, _ => "1");

    private static string FormatStudy(JsonElement row)
    {
        var label = row.GetProperty("label").GetString()!;
        return CsvCell.Guard(row.TryGetProperty("outcome", out var outcome) ? $"{label}, {outcome.GetString()}" : label);
    }

    private static string FindJudgement(JsonElement row, string domain) =>
        row.GetProperty("domains").EnumerateArray()
            .Where(judged => judged.GetProperty("domain").GetString() == domain)
            .Select(judged => Capitalize(judged.GetProperty("judgement").GetString()!))
            .FirstOrDefault("");

    private static string Capitalize(string term) => char.ToUpperInvariant(term[0]) + term[1..].Replace('-', ' ');
}
