using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Claims;

/// <summary>GET /v1/claims/{id}: one claim.</summary>
public static class GetClaim
{
    /// <summary>Answers the claim.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database, string id) => RecordAnswer.SendAsync(http, database, "claim", id);
}
