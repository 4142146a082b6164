using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What <c>/v1/meta-analysis</c> answers.</summary>
public static class MetaAnalysisRoutes
{
    private const string OneEffectAStudy =
        "One effect of each study goes in: the measurement nearest to `atHours`, by the first instrument of `instruments`; several arms are combined. "
        + "`decisions` says of every study and effect what became of it and why.";

    /// <summary>Adds the routes.</summary>
    public static void MapMetaAnalysis(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getMetaAnalysis", "/v1/meta-analysis", "Pool the selection", GetMetaAnalysis.Handle)
            .WithDescription(OneEffectAStudy)
            .Answers<MetaAnalysisResult>().Takes(MetaAnalysisParameters.All).MayHaveNoAnswer();
        routes.MapRead("getMetaAnalysisCsv", "/v1/meta-analysis.csv", "Get the effects of the pool as CSV", GetMetaAnalysisRows.Handle)
            .WithDescription(OneEffectAStudy + " The columns are the members of a `PoolRow`.")
            .AnswersText(Format.Csv, "Comma, point, UTF-8, LF and a header; an empty cell is a figure that was not reported.")
            .Takes(MetaAnalysisParameters.All).MayHaveNoAnswer();
    }
}
