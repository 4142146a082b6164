using Evidence.Api.Claims;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.ClaimRecord;

/// <summary>What the list of claims shows.</summary>
/// <param name="Claims">The claims, each with its answers.</param>
public sealed record ClaimsModel(IReadOnlyList<ClaimDetail> Claims);

/// <summary>GET /claims: all claims.</summary>
public static class GetClaims
{
    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<ClaimsPage, ClaimsModel>(
        http, database, [ReadRequest.RevisionParameter], async request =>
        {
            var claims = await database.ReadAsync((connection, cancel) => AnsweredClaims.ReadAllAsync(connection, request.Revision, cancel), http.RequestAborted);
            EvidenceWarning.Send(http, ClaimDetail.WarningsOf(claims));
            return new ClaimsModel(ClaimOrder.Of(claims));
        });
}
