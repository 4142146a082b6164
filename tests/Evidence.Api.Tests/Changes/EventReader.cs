using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Evidence.Api.Tests.Changes;

/// <summary>A client of the stream, with the framework's own parser.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;
    private readonly Stream body;

    private EventReader(HttpResponseMessage response, Stream body)
    {
        (this.response, this.body) = (response, body);
        items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public HttpResponseMessage Response => response;

    public static async Task<EventReader> OpenAsync(HttpClient client, string query = "", string? lastEventId = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/changes/stream" + query, UriKind.Relative));
        if (lastEventId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        if (encoding is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new EventReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next events.</summary>
    public async Task<IReadOnlyList<(long Id, JsonElement Data)>> NextAsync(int count)
    {
        var events = new List<(long, JsonElement)>();
        while (events.Count < count)
        {
            Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(Patience), "The stream ended.");
            Assert.Equal("revision", items.Current.EventType);
            events.Add((long.Parse(items.Current.EventId!, System.Globalization.CultureInfo.InvariantCulture), JsonElement.Parse(items.Current.Data)));
        }

        return events;
    }

    /// <summary>Whether the service ended the stream as a whole answer.</summary>
    public async Task<bool> EndsAsync() => !await items.MoveNextAsync().AsTask().WaitAsync(Patience);

    /// <summary>The bytes as they come, until they hold a text.</summary>
    public async Task<string> RawUntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (seen, buffer) = (new StringBuilder(), new byte[4096]);
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
            seen.Append(Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer, patience.Token)));
        return seen.ToString();
    }

    public ValueTask DisposeAsync()
    {
        response.Dispose(); // A reader that waits is not to be waited for.
        return ValueTask.CompletedTask;
    }
}
