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

    /// <summary>Sends the answer of the request, computed where it is not here; what gives nothing has sent a problem instead.</summary>
    public async Task SendAsync(HttpContext http, Format format, Func<Task<byte[]?>> compute)
    {
        var key = http.Response.Headers.ETag.ToString();
        if (!answers.TryGetValue(key, out byte[]? answer) || answer is null)
        {
            answer = await compute();
            if (answer is null)
                return;
            answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Length });
        }

        await Answer.BytesAsync(http, format.ContentType, answer);
    }

    /// <inheritdoc />
    public void Dispose() => answers.Dispose();
}
