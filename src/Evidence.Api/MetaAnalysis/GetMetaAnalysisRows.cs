using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;

namespace Evidence.Api.MetaAnalysis;

/// <summary>GET /v1/meta-analysis.csv: the effects of the pool, one a study, for read.csv().</summary>
public static class GetMetaAnalysisRows
{
    /// <summary>Answers the rows.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, AnswerCache cache) =>
        MetaAnalysisRequest.SendAsync(http, database, cache, Format.Csv, result => CsvTable.WriteAsync(result.Rows, http.RequestAborted));
}
