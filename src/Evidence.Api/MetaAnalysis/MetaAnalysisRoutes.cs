using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Plots.MetaAnalysis;
using Evidence.Store.Analyses;
using Evidence.Store.Database;
using Evidence.Synthesis.Comparison;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Api.MetaAnalysis;

/// <summary>Defines the routes of <c>/v1/meta-analysis</c>.</summary>
public static class MetaAnalysisRoutes
{
    private const string OneEffectAStudy =
        "One effect of each study goes in: the measurement nearest to `atHours`, by the first instrument of `instruments`; several arms are combined. "
        + "`decisions` says of every study and effect what became of it and why.";

    private const string Plots = "It follows the reader's theme, light or dark, and prints black on white; it has no scripts and loads nothing.";

    private static readonly Analysis<MetaAnalysisResult> Analysis = MetaAnalysisDefinition.Analysis;

    /// <summary>Maps the routes of <c>/v1/meta-analysis</c>.</summary>
    public static void MapMetaAnalysis(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getMetaAnalysis", "/v1/meta-analysis", "Pool the selection",
                (HttpContext http, Responder responder) => responder.AnalysisAsync(http, Analysis, Format.Json, result => Content.FromJson(result, result.Warnings)))
            .WithDescription(OneEffectAStudy)
            .Returns<MetaAnalysisResult>().WithParameters(Analysis.Parameters).MayBeUnpoolable();
        routes.MapCsv<PoolRow>("getMetaAnalysis", "/v1/meta-analysis.csv", "/v1/meta-analysis.csv-metadata.json", "Get the effects of the pool as CSV",
                (HttpContext http, Responder responder) => responder.AnalysisAsync(http, Analysis, Format.Csv, result => Content.FromRows(result.Rows, result.Warnings)))
            .WithDescription(OneEffectAStudy + " The columns are the members of a `PoolRow`.")
            .WithParameters(Analysis.Parameters).MayBeUnpoolable();
        routes.MapRead("getMetaAnalysisComparison", "/v1/meta-analysis/comparison", "Pool the selection at two revisions", Compare)
            .WithDescription(
                "The pooled effect at revision `from` and at revision `to`, the effects that came, went or changed between them, how far each alone moves the "
                + "earlier pool, and who changed its study and why. A revision at which the effects cannot be pooled says so; if neither can be pooled, the response is 422.")
            .Returns<PoolComparison>().WithParameters(PoolComparisonDefinition.Parameters).MayBeUnpoolable();
        routes.MapRead("getForestPlot", "/v1/meta-analysis/forest.svg", "Draw the forest plot of the pool",
                (HttpContext http, Responder responder) => responder.PlotAsync(http, Analysis, ForestPlot.Write, result => result.Warnings))
            .WithDescription("Every study with its figures, effect and weight, the pooled effect, and how far studies differ. " + Plots)
            .ReturnsText(Format.Svg, "A forest plot in SVG 1.1, with a title and a description for those who do not see it.")
            .WithParameters([.. Analysis.Parameters, PlotParameters.Layout]).MayBeUnpoolable();
        routes.MapRead("getFunnelPlot", "/v1/meta-analysis/funnel.svg", "Draw the funnel plot of the pool",
                (HttpContext http, Responder responder) => responder.PlotAsync(http, Analysis, FunnelPlot.Write, result => result.Warnings))
            .WithDescription("Every effect against its standard error, with regions of significance around no effect, and what trim and fill adds. " + Plots)
            .ReturnsText(Format.Svg, "A funnel plot in SVG 1.1, with a title and a description for those who do not see it.")
            .WithParameters([.. Analysis.Parameters, PlotParameters.Layout]).MayBeUnpoolable();
    }

    private static Task<IResult> Compare(HttpContext http, EvidenceDatabase database, Responder responder) =>
        responder.ReadAsync(http, PoolComparisonDefinition.Parameters, Format.Json, async (query, cancel) =>
            (await PoolComparisonDefinition.RunAsync(database, query.Values, query.Values.WholeNumber("from")!.Value, query.Revision, cancel))
                .Map(compared => Content.FromJson(compared.Comparison, compared.Warnings)));
}
