using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Records;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Evidence.Api.Http;

/// <summary>A read of the catalogue as typed input.</summary>
/// <param name="Query">The checked parameters and the revision.</param>
/// <param name="Format">The format of the response.</param>
public sealed record ReadRequest(ReadQuery Query, Format Format);

/// <summary>The body of a write.</summary>
/// <typeparam name="T">What the body is.</typeparam>
/// <param name="Bytes">The body as it was sent.</param>
/// <param name="Value">The body as it was parsed.</param>
public sealed record RequestBody<T>(byte[] Bytes, T Value);

/// <summary>Turns a request into typed input: parameters, format, revision, body and preconditions.</summary>
public static class RequestReader
{
    /// <summary>Reads the query and the format of a read of the catalogue.</summary>
    public static async Task<Result<ReadRequest>> ReadAsync(
        HttpContext http, EvidenceDatabase database, IReadOnlyList<Parameter> parameters, params IReadOnlyList<Format> formats)
    {
        var values = await ReadQuery.ParseValuesAsync(database, http.Request.QueryString.Value, RevisionParameters.WithRelease(parameters), http.RequestAborted);
        if (!values.IsSuccess)
            return values.Error;
        var format = ChooseFormat(http, formats);
        if (!format.IsSuccess)
            return format.Error;
        var query = await ReadQuery.ResolveAsync(database, values.Value, http.RequestAborted);
        return query.Map(read => new ReadRequest(read, format.Value));
    }

    /// <summary>Reads the query of an operation that names no revision, and checks that the format is accepted.</summary>
    public static async Task<Result<QueryValues>> ReadValuesAsync(
        HttpContext http, EvidenceDatabase database, IReadOnlyList<Parameter> parameters, Format? format = null)
    {
        var values = await ReadQuery.ParseValuesAsync(database, http.Request.QueryString.Value, parameters, http.RequestAborted);
        return format is null ? values : values.Then(read => ChooseFormat(http, [format]).Map(_ => read));
    }

    /// <summary>Reads a JSON body; fails if it is too large, not JSON, or not what the operation takes.</summary>
    public static async Task<Result<RequestBody<T>>> ReadBodyAsync<T>(HttpContext http, int maxBytes)
        where T : class
    {
        var contentType = http.Request.ContentType;
        if (!IsJson(contentType))
        {
            var found = string.IsNullOrEmpty(contentType) ? "none" : $"'{QueryReader.Truncate(contentType)}'";
            return new Error(ErrorKind.UnsupportedMediaType, $"Content-Type is {found}; send application/json.");
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;
        if (http.Request.ContentLength > maxBytes)
            return new Error(ErrorKind.ContentTooLarge, $"The body has {http.Request.ContentLength} bytes; at most {maxBytes} are taken.");
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var bytes = buffer.ToArray();
        return CatalogueJson.Read<T>(bytes).Map(value => new RequestBody<T>(bytes, value));
    }

    /// <summary>Reads which version a write is about.</summary>
    /// <param name="http">The request.</param>
    /// <param name="mayCreate">Whether <c>If-None-Match: *</c> is taken.</param>
    public static Result<Precondition> ReadPrecondition(HttpContext http, bool mayCreate) =>
        Precondition.Parse(http.Request.Headers.IfMatch, http.Request.Headers.IfNoneMatch, mayCreate);

    private static Result<Format> ChooseFormat(HttpContext http, IReadOnlyList<Format> formats)
    {
        if (formats.Count > 1)
            http.Response.Headers.Append("Vary", "Accept");
        return MediaTypes.Choose(http.Request, formats) is { } format
            ? format
            : new Error(
                ErrorKind.NotAcceptable,
                $"Accept is '{QueryReader.Truncate(http.Request.Headers.Accept.ToString())}'; this address offers {string.Join(", ", formats.Select(each => each.MediaType))}.");
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
