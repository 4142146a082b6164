using Evidence.Api.Claims;
using Evidence.Api.Explorer.ClaimRecord;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Revisions;
using Evidence.Api.Studies;
using Npgsql;

namespace Evidence.Api.Explorer.Home;

/// <summary>What the first page shows.</summary>
/// <param name="Claims">The claims, each with its answers.</param>
/// <param name="Studies">Number of studies in the catalogue.</param>
/// <param name="Latest">The newest revisions, newest first.</param>
public sealed record HomeModel(IReadOnlyList<ClaimDetail> Claims, long Studies, IReadOnlyList<Revision> Latest);

/// <summary>GET /: the claims, what the evidence says of each now, and what changed lately.</summary>
public static class GetHome
{
    private const int LatestShown = 4;

    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<HomePage, HomeModel>(
        http, database, [ReadRequest.RevisionParameter], async request =>
            await database.ReadAsync((connection, cancel) => FindAsync(connection, request.Revision, cancel), http.RequestAborted));

    private static async Task<HomeModel?> FindAsync(NpgsqlConnection connection, long revision, CancellationToken cancel)
    {
        var claims = await AnsweredClaims.ReadAllAsync(connection, revision, cancel);
        var pages = await ListQuery.ReadPagesAsync(
            connection,
            [(ListQuery.Of(ListStudies.List, QueryValues.None, revision), 1), (ListQuery.Of(ListRevisions.List, QueryValues.None, revision), LatestShown)],
            cancel);
        return new HomeModel(ClaimOrder.Of(claims), pages[0].Total, pages[1].Read<Revision>());
    }
}
