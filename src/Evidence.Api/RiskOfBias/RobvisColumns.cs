using System.Text.Json;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.RiskOfBias;

/// <summary>
/// The columns that the R package robvis reads: the study, one column for each domain of the tool in the tool's order, the overall judgement,
/// and of RoB 1 a weight, without which rob_summary() stops. Its tables are of one tool, and so is this one. A domain that was not read is an
/// empty cell, which robvis draws grey and calls NA; "No information" and "Not applicable", which it also knows, would be judgements.
/// </summary>
public static class RobvisColumns
{
    /// <summary>The columns of a tool; a RoB 1 table has its domains for names, the others D1, D2 …, as robvis wants them.</summary>
    public static IReadOnlyList<CsvColumn> Of(string tool)
    {
        var domains = Vocabulary.Get("risk-of-bias-domain").Terms.Where(term => term.Tool == tool).OrderBy(term => term.Order);
        return
        [
            new CsvColumn("Study", "Short name of the study, with the outcome where the assessment is of one result.", "string", false, Study),
            .. domains.Select(domain => new CsvColumn(
                tool == "rob-1" ? Capitalized(domain.Name) : $"D{domain.Order}",
                $"{Capitalized(domain.Name)}: Low, Unclear, Some concerns or High; empty where the judgement was not read.",
                "string",
                false,
                row => Judgement(row, domain.Name))),
            new CsvColumn(
                "Overall",
                "Overall judgement; where the assessors gave none, high if a domain is high, else, if every domain of the tool was judged, the worst of them.",
                "string",
                false,
                row => row.TryGetProperty("summarized", out var judgement) ? Capitalized(judgement.GetString()!) : ""),
            .. tool == "rob-1" ? [Weight] : Array.Empty<CsvColumn>(),
        ];
    }

    /// <summary>robvis takes it in a table of RoB 1 in every version; in those of other tools its newest rob_traffic_light() refuses it.</summary>
    private static CsvColumn Weight { get; } = new(
        "Weight", "Always 1: in a summary, robvis counts every assessment alike. It is no weight of a meta-analysis.", "integer", false, _ => "1");

    /// <summary>
    /// The columns for a request: of the one tool that the selection has, an empty one that of the whole catalogue.
    /// Gives nothing after a problem, where it has several.
    /// </summary>
    public static async Task<CsvTable?> ForAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        var tools = await database.ReadAsync((connection, cancel) => ToolsAsync(connection, request.Values, request.Revision, cancel), http.RequestAborted);
        if (tools is [] && request.Values.List("tool") is not [])
            tools = [request.Values.List("tool")[0]];
        else if (tools is [])
            tools = [.. (await database.ReadAsync((connection, cancel) => ToolsAsync(connection, QueryValues.None, request.Revision, cancel), http.RequestAborted)).Take(1)];
        if (tools.Count <= 1)
            return TableOf(tools.FirstOrDefault("rob-2"));
        var error = new ParameterError("tool", "names one tool for CSV: the tables of different tools have different columns.", tools);
        await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With($"The selection has assessments by {string.Join(" and ", tools)}; tool names one of them for CSV.", [error]));
        return null;
    }

    private static CsvTable TableOf(string tool) => new(Of(tool), "tool=" + tool);

    private static async Task<IReadOnlyList<string>> ToolsAsync(NpgsqlConnection connection, QueryValues values, long revision, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select distinct r.tool\n" + Grain.RiskOfBias.FromWhere(values) + "\norder by r.tool", connection);
        SelectionParameters.Add(command.Parameters, Grain.RiskOfBias, values, revision);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var tools = new List<string>();
        while (await reader.ReadAsync(cancel))
            tools.Add(reader.GetString(0));
        return tools;
    }

    private static string Study(JsonElement row)
    {
        var label = row.GetProperty("label").GetString()!;
        return CsvCell.Guard(row.TryGetProperty("outcome", out var outcome) ? $"{label}, {outcome.GetString()}" : label);
    }

    private static string Judgement(JsonElement row, string domain) =>
        row.GetProperty("domains").EnumerateArray()
            .Where(judged => judged.GetProperty("domain").GetString() == domain)
            .Select(judged => Capitalized(judged.GetProperty("judgement").GetString()!))
            .FirstOrDefault("");

    private static string Capitalized(string term) => char.ToUpperInvariant(term[0]) + term[1..].Replace('-', ' ');
}
