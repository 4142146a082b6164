using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.MetaAnalysis;

/// <summary>GET /v1/meta-analysis/forest.svg: the pool as a forest plot.</summary>
public static class GetForestPlot
{
    /// <summary>Answers the plot.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) =>
        MetaAnalysisRequest.SendPlotAsync(http, database, cache, ForestPlot.Of);
}
