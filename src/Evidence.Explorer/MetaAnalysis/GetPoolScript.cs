using Evidence.Explorer.Layout;
using Evidence.Store.Analyses;
using Evidence.Store.Database;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.MetaAnalysis;

/// <summary>GET /meta-analysis/pool.R: a script that reads the pool's effects and computes its result again with metafor.</summary>
public static class GetPoolScript
{
    /// <summary>Responds with the script.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondTextAsync(http, MetaAnalysisDefinition.Parameters, "pool.R", async (query, cancel) =>
        {
            var pool = await MetaAnalysisDefinition.Analysis.RunAsync(database, query.Values, query.Revision, cancel);
            var pinned = $"{query.Values.Without("revision").Normalized()}&revision={query.Revision}";
            var rows = ServiceAddress.Create(http.Request, $"/v1/meta-analysis.csv?{pinned}");
            var page = ServiceAddress.Create(http.Request, $"/meta-analysis?{pinned}");
            return pool.Map(result => new PageContent<string>(PoolScript.Write(result, rows, page), result.Warnings));
        });
}
