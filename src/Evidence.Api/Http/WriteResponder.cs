using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Writes;
using Npgsql;

namespace Evidence.Api.Http;

/// <summary>Responds to POSTs that create something and may be sent again with an <c>Idempotency-Key</c>.</summary>
public sealed class WriteResponder(EvidenceDatabase database, TimeProvider clock)
{
    /// <summary>Name of the header that makes a POST repeatable.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Name of the header that tells a repeated response from the first.</summary>
    public const string Replayed = "Idempotent-Replayed";

    /// <summary>Reads the body, does the work once and responds with what it created (201, with <c>Location</c>).</summary>
    /// <typeparam name="T">What the body is.</typeparam>
    public async Task<IResult> CreateAsync<T>(HttpContext http, int maxBytes, Func<NpgsqlTransaction, T, CancellationToken, Task<Result<CreatedResource>>> work)
        where T : class
    {
        var values = await RequestReader.ReadValuesAsync(http, database, []);
        if (!values.IsSuccess)
            return new ErrorResponse(values.Error);
        var body = await RequestReader.ReadBodyAsync<T>(http, maxBytes);
        if (!body.IsSuccess)
            return new ErrorResponse(body.Error);
        var header = http.Request.Headers[IdempotencyKey];
        if (header.Count > 1 || (header.Count == 1 && header[0] is not { Length: > 0 and <= IdempotentWrite.MaxKeyLength }))
        {
            return new ErrorResponse(new Error(
                ErrorKind.InvalidParameter,
                new ErrorDetail(IdempotencyKey, $"takes one text of 1 to {IdempotentWrite.MaxKeyLength} characters; best is a random UUID.")));
        }

        var write = new IdempotentWrite(
            header.Count == 1 ? header[0] : null, $"POST {http.Request.Path}", body.Value.Bytes, Actor.GetName(http.User), BearerToken.FindKey(http));
        var result = await write.RunAsync(database, clock, (transaction, cancel) => work(transaction, body.Value.Value, cancel), http.RequestAborted);
        return result.IsSuccess ? Respond(http, result.Value) : new ErrorResponse(result.Error);
    }

    private static ContentResponse Respond(HttpContext http, StoredResponse response)
    {
        if (response.IsReplayed)
            http.Response.Headers[Replayed] = "true";
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = response.Location;
        http.Response.Headers.CacheControl = "no-store";
        return new ContentResponse(response.Body, Formats.Format.Json.MediaType);
    }
}
