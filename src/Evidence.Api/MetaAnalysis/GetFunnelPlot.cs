using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.MetaAnalysis;

/// <summary>GET /v1/meta-analysis/funnel.svg: the effects of the pool as a funnel plot.</summary>
public static class GetFunnelPlot
{
    /// <summary>Answers the plot.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) =>
        MetaAnalysisRequest.SendPlotAsync(http, database, cache, FunnelPlot.Of);
}
