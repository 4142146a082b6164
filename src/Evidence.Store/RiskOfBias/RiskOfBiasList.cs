using Evidence.Catalogue;
using Evidence.Catalogue.Rows;
using Evidence.Catalogue.Vocabularies;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Store.RiskOfBias;

/// <summary>Defines the list of risk-of-bias assessments with the judgement of each domain.</summary>
public static class RiskOfBiasList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/risk-of-bias",
        typeof(RiskOfBiasRow),
        Grain.RiskOfBias,
        Row: "r.row",
        Keys:
        [
            SortKey.Text("study", "s.study_id"),
            SortKey.OptionalNumber("year", "s.year"),
            SortKey.Text("tool", "r.tool"),
            SortKey.Relevance,
        ],
        DefaultSort: "study",
        Last: [SortKey.Text("study", "s.study_id"), SortKey.Number("assessment", "r.ordinal")]);

    /// <summary>
    /// Returns the one tool that the selection has, for tables whose columns are those of a tool; of an empty selection that of the filter, or
    /// of the catalogue. Fails if the selection has several.
    /// </summary>
    public static async Task<Result<string>> FindToolAsync(EvidenceDatabase database, QueryValues values, long revision, CancellationToken cancel)
    {
        var tools = await database.ReadAsync((connection, token) => ReadToolsAsync(connection, values, revision, token), cancel);
        if (tools is [] && values.List("tool") is not [])
            tools = [values.List("tool")[0]];
        else if (tools is [])
            tools = [.. (await database.ReadAsync((connection, token) => ReadToolsAsync(connection, QueryValues.None, revision, token), cancel)).Take(1)];
        return tools.Count <= 1
            ? tools.FirstOrDefault(Terms.RiskOfBiasTool.Rob2)
            : new Error(
                ErrorKind.InvalidParameter,
                $"The selection has assessments by {string.Join(" and ", tools)}; tool names one of them for CSV.",
                [new ErrorDetail("tool", "names one tool for CSV: the tables of different tools have different columns.", tools)]);
    }

    private static async Task<IReadOnlyList<string>> ReadToolsAsync(NpgsqlConnection connection, QueryValues values, long revision, CancellationToken cancel)
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
}
