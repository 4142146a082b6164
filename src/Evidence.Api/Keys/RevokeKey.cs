using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Keys;

/// <summary>DELETE /v1/keys/{id}: refuses a key from now on.</summary>
public static class RevokeKey
{
    /// <summary>Revokes it; a second time changes nothing.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        var key = id.Contains('\0', StringComparison.Ordinal)
            ? null
            : await database.WriteAsync(
                (transaction, cancel) => KeyStore.RevokeAsync(transaction.Connection!, id, clock.GetUtcNow(), cancel), key => key is not null, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        if (key is null)
            await Answer.ProblemAsync(http, ProblemTypes.NotFound.With($"There is no key '{Hosting.Selection.QueryReader.Shown(id)}'; GET /v1/keys lists them."));
        else
            await Answer.JsonAsync(http, key);
    }
}
