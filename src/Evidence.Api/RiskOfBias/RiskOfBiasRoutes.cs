using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats.Tables;
using Evidence.Store.RiskOfBias;

namespace Evidence.Api.RiskOfBias;

/// <summary>Defines the routes of <c>/v1/risk-of-bias</c>.</summary>
public static class RiskOfBiasRoutes
{
    private static readonly ListEndpoint List = new(RiskOfBiasList.Definition)
    {
        Columns = async (database, query, cancel) =>
            (await RiskOfBiasList.FindToolAsync(database, query.Values, query.Revision, cancel)).Map(tool => new CsvTable(RobvisColumns.ForTool(tool), "tool=" + tool)),
    };

    /// <summary>Maps the routes of <c>/v1/risk-of-bias</c>.</summary>
    public static void MapRiskOfBias(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listRiskOfBias",
            new ListPaths("/v1/risk-of-bias", "/v1/risk-of-bias.csv", "/v1/risk-of-bias.csv-metadata.json", "/v1/risk-of-bias.ndjson"),
            "List assessments of the risk of bias",
            "One row for each assessment, of a study or of one of its results. Filters hold on the row's study. "
            + "The CSV has the columns that the R package robvis reads, and is of one `tool`.",
            List);
}
