using Evidence.Catalogue;
using Evidence.Formats;

namespace Evidence.Api.Http;

/// <summary>A response whose bytes are at hand.</summary>
public sealed class ContentResponse(ReadOnlyMemory<byte> body, string contentType) : IResult
{
    /// <summary>Creates the response of a record of the API, as JSON.</summary>
    public static ContentResponse FromJson<T>(T value) => new(CatalogueJson.Write(value), Format.Json.MediaType);

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
