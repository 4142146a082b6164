using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Claims;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Evidence.Synthesis.Claims;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Claims;

/// <summary>What the list of claims shows.</summary>
/// <param name="Claims">The claims, each with its answers.</param>
public sealed record ClaimsPageModel(IReadOnlyList<ClaimDetail> Claims);

/// <summary>GET /claims: all claims.</summary>
public static class GetClaimsPage
{
    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<ClaimsPage, ClaimsPageModel>(http, [RevisionParameters.Revision], (query, cancel) => FindAsync(database, query, cancel));

    private static async Task<Result<PageContent<ClaimsPageModel>>> FindAsync(EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var claims = await database.ReadAsync((connection, token) => ClaimReader.ReadAllAsync(connection, query.Revision, token), cancel);
        return new PageContent<ClaimsPageModel>(new(ClaimOrder.Sort(claims)), ClaimDetail.GetWarnings(claims));
    }
}
