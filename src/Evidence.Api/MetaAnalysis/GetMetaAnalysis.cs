using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;

namespace Evidence.Api.MetaAnalysis;

/// <summary>GET /v1/meta-analysis: the selection pooled.</summary>
public static class GetMetaAnalysis
{
    /// <summary>Answers the pool.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) =>
        MetaAnalysisRequest.SendAsync(http, database, cache, Format.Json, result => Task.FromResult(CatalogueJson.Write(result)));
}
