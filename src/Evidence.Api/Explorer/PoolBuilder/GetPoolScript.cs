using System.Text;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.MetaAnalysis;

namespace Evidence.Api.Explorer.PoolBuilder;

/// <summary>GET /meta-analysis/pool.R: a script that reads the pool's effects and computes its answer again with metafor.</summary>
public static class GetPoolScript
{
    private static readonly Format Script = new("R", "text/plain");

    /// <summary>Answers the script. It names this service as its client reaches it, so that it is not kept with the answers that are the same for all.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await ReadRequest.BeginAsync(http, database, MetaAnalysisParameters.All, Script) is not { } request)
            return;
        if (await MetaAnalysisRequest.ComputeAsync(http, database, request) is not { } answer)
            return;
        var query = $"{request.Values.Without("revision").Normalized()}&revision={request.Revision}";
        var script = PoolScript.Of(answer, Links.To(http.Request, $"/v1/meta-analysis.csv?{query}"), Links.To(http.Request, $"/meta-analysis?{query}"));
        http.Response.Headers.ContentDisposition = "inline; filename=\"pool.R\"";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await Answer.BytesAsync(http, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(script));
    }
}
