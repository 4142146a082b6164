using System.Security.Cryptography;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Hosting.Http;

/// <summary>
/// Answers reads of what changes without a revision of the catalogue: they take no <c>revision</c>, are to be revalidated, and have a digest of
/// their bytes for a validator.
/// </summary>
public static class AnswerOfNoRevision
{
    private const string ToBeRevalidated = "no-cache";

    /// <summary>Reads the query and sees that the format is accepted; gives nothing where a problem has been sent instead.</summary>
    public static async Task<QueryValues?> BeginAsync(HttpContext http, EvidenceDatabase database, IReadOnlyList<Parameter> parameters, Format? format = null) =>
        await ReadRequest.ReadQueryAsync(http, database, parameters) is { } values && await ReadRequest.ChooseFormatAsync(http, [format ?? Format.Json]) is not null
            ? values
            : null;

    /// <summary>Sends JSON as things stand, or 304 where the client has it.</summary>
    public static async Task SendAsync(HttpContext http, byte[] json, string? nextCursor = null)
    {
        if (SendNotModified(http, json, ToBeRevalidated))
            return;
        Links.ToNextPage(http, nextCursor);
        await Answer.BytesAsync(http, Format.Json.MediaType, json);
    }

    /// <summary>Sends what, once it is there, never changes; or 304 where the client has it.</summary>
    public static async Task SendForEverAsync(HttpContext http, string contentType, byte[] bytes)
    {
        if (!SendNotModified(http, bytes, ReadRequest.Immutable))
            await Answer.BytesAsync(http, contentType, bytes);
    }

    private static bool SendNotModified(HttpContext http, byte[] bytes, string cacheControl)
    {
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 10))}\"";
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = cacheControl;
        if (!ReadRequest.IsStillGood(http, etag))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
