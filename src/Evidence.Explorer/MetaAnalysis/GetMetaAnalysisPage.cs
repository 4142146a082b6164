using Evidence.Catalogue;
using Evidence.Explorer.Forms;
using Evidence.Explorer.Layout;
using Evidence.Store.Analyses;
using Evidence.Store.Claims;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Synthesis.Claims;
using Evidence.Synthesis.MetaAnalysis;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.MetaAnalysis;

/// <summary>What the page of meta-analyses shows.</summary>
/// <param name="Form">The question.</param>
/// <param name="Result">The pool; null if no question was asked, or the question was refused.</param>
/// <param name="Presets">The questions of the claims with their answers, to begin with; only if no question was asked.</param>
public sealed record MetaAnalysisPageModel(FormValues Form, MetaAnalysisResult? Result, IReadOnlyList<LiveAnswer> Presets);

/// <summary>GET /meta-analysis: a pool is put together step by step and computed as /v1/meta-analysis does.</summary>
public static class GetMetaAnalysisPage
{
    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<MetaAnalysisPage, MetaAnalysisPageModel>(
            http,
            FormValues.IsBlank(http) ? [RevisionParameters.Revision] : MetaAnalysisDefinition.Parameters,
            (query, cancel) => FormValues.IsBlank(http) ? FindPresetsAsync(http, database, query, cancel) : FindPoolAsync(http, database, query, cancel),
            error => new MetaAnalysisPageModel(ReadForm(http, error), null, []));

    private static async Task<Result<PageContent<MetaAnalysisPageModel>>> FindPoolAsync(
        HttpContext http, EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var pool = await MetaAnalysisDefinition.Analysis.RunAsync(database, query.Values, query.Revision, cancel);
        return pool.Map(result => new PageContent<MetaAnalysisPageModel>(new(ReadForm(http), result, []), result.Warnings));
    }

    private static async Task<Result<PageContent<MetaAnalysisPageModel>>> FindPresetsAsync(
        HttpContext http, EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var claims = await database.ReadAsync((connection, token) => ClaimReader.ReadAllAsync(connection, query.Revision, token), cancel);
        var presets = claims.SelectMany(claim => claim.Answers).Where(answer => answer.Operation == "meta-analysis");
        return new PageContent<MetaAnalysisPageModel>(new(ReadForm(http), null, [.. presets]));
    }

    private static FormValues ReadForm(HttpContext http, Error? error = null) => FormValues.FromRequest(http, MetaAnalysisDefinition.Parameters, "", error);
}
