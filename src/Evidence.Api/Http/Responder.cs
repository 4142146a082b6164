using System.Security.Cryptography;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Formats.Tables;
using Evidence.Store.Analyses;
using Evidence.Store.Database;
using Evidence.Store.Indexing;
using Evidence.Store.Reads;
using Evidence.Store.Records;
using Evidence.Store.Selection;
using Microsoft.Extensions.Caching.Memory;

namespace Evidence.Api.Http;

/// <summary>The content of a response.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Warnings">Studies that it touches, with a report that is retracted or under an expression of concern.</param>
public sealed record Content(byte[] Body, IEnumerable<RetractionWarning>? Warnings = null)
{
    /// <summary>Creates the content of a JSON response.</summary>
    public static Content FromJson<T>(T value, IEnumerable<RetractionWarning>? warnings = null) => new(CatalogueJson.Write(value), warnings);

    /// <summary>Creates the content of a CSV response, whose columns are the members of the rows.</summary>
    public static Content FromRows<TRow>(IEnumerable<TRow> rows, IEnumerable<RetractionWarning>? warnings = null) => new(CsvTable.Write(rows), warnings);
}

/// <summary>Turns the result of a read into a response: validator, 304, content type, warnings, problem.</summary>
public sealed class Responder(EvidenceDatabase database, IMemoryCache cache)
{
    /// <summary>Identity of everything that makes a response.</summary>
    public static readonly Guid BuildId = Build.Combine(
        typeof(Responder), typeof(Explorer.Layout.Pages), typeof(Format), typeof(Plots.Drawing.Svg), typeof(Build), typeof(Study),
        typeof(Synthesis.Effects.EffectRow), typeof(Statistics.EffectSizes.EffectSize));

    /// <summary>Responds with an analysis of the selected effects, which is computed once for a query and a revision.</summary>
    public Task<IResult> AnalysisAsync<TResult>(HttpContext http, Analysis<TResult> analysis, Format format, Func<TResult, Content> write) =>
        ReadAsync(http, analysis.Parameters, format, async (query, cancel) => (await analysis.RunAsync(database, query.Values, query.Revision, cancel)).Map(write));

    /// <summary>Responds with a plot of an analysis, in the layout that is asked for.</summary>
    public Task<IResult> PlotAsync<TResult>(HttpContext http, Analysis<TResult> analysis, Func<TResult, string, byte[]> draw, Func<TResult, IEnumerable<RetractionWarning>?> warnings) =>
        ReadAsync(
            http,
            [.. analysis.Parameters, PlotParameters.Layout],
            Format.Svg,
            async (query, cancel) => (await analysis.RunAsync(database, query.Values, query.Revision, cancel))
                .Map(result => new Content(draw(result, query.Values.Text(PlotParameters.Layout.Name)!), warnings(result))));

    /// <summary>Responds with content that follows from the query and its revision; it is cached under its validator.</summary>
    public async Task<IResult> ReadAsync(
        HttpContext http, IReadOnlyList<Parameter> parameters, Format format, Func<ReadQuery, CancellationToken, Task<Result<Content>>> read)
    {
        var request = await RequestReader.ReadAsync(http, database, parameters, format);
        if (!request.IsSuccess)
            return new ErrorResponse(request.Error);
        var query = request.Value.Query;
        ResponseHeaders.SetRevision(http, query, parameters);
        var etag = query.ETag(BuildId, http.Request.Path, format.Name);
        if (ResponseHeaders.SetValidator(http, etag, query.IsPinned))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (!cache.TryGetValue(etag, out Content? content) || content is null)
        {
            var result = await read(query, http.RequestAborted);
            if (!result.IsSuccess)
                return new ErrorResponse(result.Error);
            content = result.Value with { Warnings = result.Value.Warnings?.ToList() };
            cache.Set(etag, content, new MemoryCacheEntryOptions { Size = content.Body.Length });
        }

        ResponseHeaders.SetWarnings(http, content.Warnings);
        if (format == Format.Csv)
            ResponseHeaders.AddCsvDescription(http, http.Request.Path.Value!.TrimEnd('/')[..^".csv".Length]);
        return new ContentResponse(content.Body, format.ContentType);
    }

    /// <summary>Responds with a record as the bytes that are stored.</summary>
    public async Task<IResult> RecordAsync(HttpContext http, string kind, string id)
    {
        IReadOnlyList<Parameter> parameters = [RevisionParameters.Revision];
        var request = await RequestReader.ReadAsync(http, database, parameters, Format.Json);
        if (!request.IsSuccess)
            return new ErrorResponse(request.Error);
        var query = request.Value.Query;
        ResponseHeaders.SetRevision(http, query, parameters);
        var record = await RecordReader.ReadAsync(database, kind, id, query.Revision, http.Request.Path, http.RequestAborted);
        if (!record.IsSuccess)
            return new ErrorResponse(record.Error);
        if (ResponseHeaders.SetValidator(http, RecordTag.Format(id, record.Value.Version, query.CatalogueId), query.IsPinned))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        ResponseHeaders.SetWarnings(http, record.Value.Warning is { } warning ? [warning] : null);
        return new ContentResponse(record.Value.Document, Format.Json.MediaType);
    }

    /// <summary>Responds with content that has no revision: a digest of its bytes is the validator.</summary>
    /// <param name="http">The request.</param>
    /// <param name="parameters">The query parameters that are taken.</param>
    /// <param name="format">The one format.</param>
    /// <param name="isImmutable">Whether the content never changes.</param>
    /// <param name="read">Reads the bytes, and the cursor of the next page if there is one.</param>
    public async Task<IResult> UnversionedAsync(
        HttpContext http,
        IReadOnlyList<Parameter> parameters,
        Format format,
        bool isImmutable,
        Func<QueryValues, CancellationToken, Task<Result<(byte[] Body, string? NextCursor)>>> read)
    {
        var values = await RequestReader.ReadValuesAsync(http, database, parameters, format);
        if (!values.IsSuccess)
            return new ErrorResponse(values.Error);
        var result = await read(values.Value, http.RequestAborted);
        if (!result.IsSuccess)
            return new ErrorResponse(result.Error);
        var (body, nextCursor) = result.Value;
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10))}\"";
        if (ResponseHeaders.SetValidator(http, etag, isImmutable))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        ResponseHeaders.AddNextPage(http, nextCursor);
        return new ContentResponse(body, format.ContentType);
    }

    /// <summary>Responds with what only the client that asked may keep.</summary>
    public async Task<IResult> PrivateAsync<T>(HttpContext http, Func<CancellationToken, Task<Result<T>>> read)
    {
        var values = await RequestReader.ReadValuesAsync(http, database, []);
        if (!values.IsSuccess)
            return new ErrorResponse(values.Error);
        var result = await read(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return result.IsSuccess ? ContentResponse.FromJson(result.Value) : new ErrorResponse(result.Error);
    }
}
