using Evidence.Api.Claims;
using Evidence.Api.Explorer.Asking;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.MetaAnalysis;

namespace Evidence.Api.Explorer.PoolBuilder;

/// <summary>What the builder of pools shows.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Answer">The pool; nothing where nothing was asked, or the question was refused.</param>
/// <param name="Presets">What the claims ask and how it is answered, to begin with; only where nothing was asked.</param>
public sealed record PoolBuilderModel(AskedValues Asked, MetaAnalysisResult? Answer, IReadOnlyList<LiveAnswer> Presets);

/// <summary>GET /meta-analysis: a pool is put together step by step, and answered as /v1/meta-analysis does.</summary>
public static class GetPoolBuilder
{
    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => AskedValues.IsBlank(http)
        ? PageAnswer.SendAsync<PoolBuilderPage, PoolBuilderModel>(
            http, database, [ReadRequest.RevisionParameter], async request => new PoolBuilderModel(Asked(http), null, await PresetsAsync(http, database, request)))
        : PageAnswer.SendAsync<PoolBuilderPage, PoolBuilderModel>(
            http, database, MetaAnalysisParameters.All, async request =>
                await MetaAnalysisRequest.ComputeAsync(http, database, request) is { } answer ? new PoolBuilderModel(Asked(http), answer, []) : null);

    /// <summary>The page of a refused question.</summary>
    public static Task<byte[]> RenderProblemAsync(HttpContext http, Problem problem) =>
        PageAnswer.RenderAsync<PoolBuilderPage, PoolBuilderModel>(http, PageFrame.OfRefusal(http), new PoolBuilderModel(Asked(http, problem), null, []));

    private static AskedValues Asked(HttpContext http, Problem? problem = null) => AskedValues.Of(http, MetaAnalysisParameters.All, "", problem);

    private static async Task<IReadOnlyList<LiveAnswer>> PresetsAsync(HttpContext http, EvidenceDatabase database, ReadRequest request) =>
        [.. (await database.ReadAsync((connection, cancel) => AnsweredClaims.ReadAllAsync(connection, request.Revision, cancel), http.RequestAborted))
            .SelectMany(claim => claim.Answers)
            .Where(answer => answer.Operation == "meta-analysis")];
}
