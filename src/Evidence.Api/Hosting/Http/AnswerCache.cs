using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Microsoft.Extensions.Caching.Memory;

namespace Evidence.Api.Hosting.Http;

/// <summary>
/// Computed answers that were given before. An answer follows from its validator, which names the program, the catalogue, the revision, the
/// format and the query, so that nothing in here can become stale; what is asked for least makes room.
/// </summary>
public sealed class AnswerCache : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>
    /// Reads a request whose answer is computed, and sends what is made of it. Where <paramref name="compute"/> gives nothing, it has sent a
    /// problem instead.
    /// </summary>
    public async Task SendAsync<T>(
        HttpContext http,
        EvidenceDatabase database,
        Format format,
        IReadOnlyList<Parameter> parameters,
        Func<ReadRequest, Task<T?>> compute,
        Func<ReadRequest, T, Task<byte[]>> write)
        where T : class
    {
        if (await ReadRequest.BeginAsync(http, database, parameters, format) is not { } request)
            return;
        var key = http.Response.Headers.ETag.ToString();
        if (!answers.TryGetValue(key, out Made? answer) || answer is null)
        {
            if (await compute(request) is not { } computed)
                return;
            answer = new Made(await write(request, computed), http.Response.Headers[EvidenceWarning.Header]);
            answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Body.Length });
        }

        if (format == Format.Csv)
            CsvDescription.Link(http, http.Request.Path.Value!.TrimEnd('/')[..^".csv".Length]);
        http.Response.Headers[EvidenceWarning.Header] = answer.Warning;
        await Answer.BytesAsync(http, format.ContentType, answer.Body);
    }

    /// <inheritdoc />
    public void Dispose() => answers.Dispose();

    /// <summary>An answer with the warning that was set while it was computed.</summary>
    private sealed record Made(byte[] Body, Microsoft.Extensions.Primitives.StringValues Warning);
}
