using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Api.MetaAnalysis.Comparison;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What <c>/v1/meta-analysis</c> answers.</summary>
public static class MetaAnalysisRoutes
{
    private const string OneEffectAStudy =
        "One effect of each study goes in: the measurement nearest to `atHours`, by the first instrument of `instruments`; several arms are combined. "
        + "`decisions` says of every study and effect what became of it and why.";

    private const string Plots = "It follows the reader's theme, light or dark, and prints black on white; it has no scripts and loads nothing.";

    /// <summary>Adds the routes.</summary>
    public static void MapMetaAnalysis(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getMetaAnalysis", "/v1/meta-analysis", "Pool the selection", GetMetaAnalysis.Handle)
            .WithDescription(OneEffectAStudy)
            .Answers<MetaAnalysisResult>().Takes(MetaAnalysisParameters.All).MayHaveNoAnswer();
        routes.MapCsv<PoolRow>("getMetaAnalysis", "/v1/meta-analysis", "Get the effects of the pool as CSV", GetMetaAnalysisRows.Handle)
            .WithDescription(OneEffectAStudy + " The columns are the members of a `PoolRow`.")
            .Takes(MetaAnalysisParameters.All).MayHaveNoAnswer();
        routes.MapRead("getMetaAnalysisComparison", "/v1/meta-analysis/comparison", "Pool the selection at two revisions", GetMetaAnalysisComparison.Handle)
            .WithDescription(
                "The pooled effect at revision `from` and at revision `to`, the effects that came, went or changed between them, how far each alone moves the "
                + "earlier pool, and who changed its study and why. A side that cannot be pooled says so; where neither can, the answer is 422.")
            .Answers<PoolComparison>().Takes(GetMetaAnalysisComparison.Parameters).MayHaveNoAnswer();
        routes.MapRead("getForestPlot", "/v1/meta-analysis/forest.svg", "Draw the forest plot of the pool", GetForestPlot.Handle)
            .WithDescription("Every study with its figures, effect and weight, the pooled effect, and how far studies differ. " + Plots)
            .AnswersText(Format.Svg, "A forest plot in SVG 1.1, with a title and a description for those who do not see it.")
            .Takes(MetaAnalysisParameters.OfPlots).MayHaveNoAnswer();
        routes.MapRead("getFunnelPlot", "/v1/meta-analysis/funnel.svg", "Draw the funnel plot of the pool", GetFunnelPlot.Handle)
            .WithDescription("Every effect against its standard error, with regions of significance around no effect, and what trim and fill adds. " + Plots)
            .AnswersText(Format.Svg, "A funnel plot in SVG 1.1, with a title and a description for those who do not see it.")
            .Takes(MetaAnalysisParameters.OfPlots).MayHaveNoAnswer();
    }
}
