using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.Home;

/// <summary>What the first page shows.</summary>
public sealed record HomeModel;

/// <summary>GET /: the claims, and what the evidence says of each now.</summary>
public static class GetHome
{
    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<HomePage, HomeModel>(
        http, database, [ReadRequest.RevisionParameter], _ => Task.FromResult<HomeModel?>(new HomeModel()));
}
