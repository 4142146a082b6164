using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.RiskOfBias;

/// <summary>What <c>/v1/risk-of-bias</c> answers.</summary>
public static class RiskOfBiasRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapRiskOfBias(this IEndpointRouteBuilder routes) =>
        routes.MapList(
            "listRiskOfBias",
            "List assessments of the risk of bias",
            "One row for each assessment, of a study or of one of its results. Filters hold on the row's study. "
            + "The CSV has the columns that the R package robvis reads, and is of one `tool`.",
            ListRiskOfBias.List,
            ListRiskOfBias.Handle);
}
