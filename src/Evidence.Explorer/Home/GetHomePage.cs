using Evidence.Catalogue;
using Evidence.Explorer.Claims;
using Evidence.Explorer.Layout;
using Evidence.Store.Claims;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Revisions;
using Evidence.Store.Selection;
using Evidence.Store.Studies;
using Evidence.Synthesis.Claims;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Evidence.Explorer.Home;

/// <summary>What the first page shows.</summary>
/// <param name="Claims">The claims, each with its answers.</param>
/// <param name="Studies">Number of studies in the catalogue.</param>
/// <param name="Latest">The newest revisions, newest first.</param>
public sealed record HomePageModel(IReadOnlyList<ClaimDetail> Claims, long Studies, IReadOnlyList<Revision> Latest);

/// <summary>GET /: the claims, what the evidence says of each now, and what changed lately.</summary>
public static class GetHomePage
{
    private const int LatestShown = 4;

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<HomePage, HomePageModel>(
            http,
            [RevisionParameters.Revision],
            (query, cancel) => database.ReadAsync((connection, token) => FindAsync(connection, query.Revision, token), cancel));

    private static async Task<Result<PageContent<HomePageModel>>> FindAsync(NpgsqlConnection connection, long revision, CancellationToken cancel)
    {
        var claims = await ClaimReader.ReadAllAsync(connection, revision, cancel);
        var lists = await ListQuery.ReadPagesAsync(
            connection,
            [(ListQuery.Create(StudyList.Definition, QueryValues.None, revision), 1), (ListQuery.Create(RevisionList.Definition, QueryValues.None, revision), LatestShown)],
            cancel);
        var model = new HomePageModel(ClaimOrder.Sort(claims), lists[0].Total, lists[1].Read<Revision>());
        return new PageContent<HomePageModel>(model, ClaimDetail.GetWarnings(claims));
    }
}
