using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Keys;

/// <summary>All keys.</summary>
public sealed record KeyList
{
    /// <summary>The keys, oldest first.</summary>
    public required IReadOnlyList<ApiKey> Data { get; init; }
}

/// <summary>GET /v1/keys: every key, without what it is proved by.</summary>
public static class ListKeys
{
    /// <summary>Answers the list; it is nobody's to keep.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        var keys = await database.ReadAsync(KeyStore.ListAsync, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await Answer.JsonAsync(http, new KeyList { Data = keys });
    }
}
