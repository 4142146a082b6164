using System.Globalization;
using Evidence.Api.Http;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;

namespace Evidence.Api.Changes;

/// <summary>GET /v1/changes/stream: each revision as it is written, as server-sent events.</summary>
public static class GetChangeEvents
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Lists the query parameters that the stream takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        RevisionParameters.From with { Description = "Begins with the revision after this one; with the next that is written if left out. `Last-Event-ID` takes precedence." },
    ];

    /// <summary>Streams events until the client disconnects or the service stops.</summary>
    public static async Task<IResult> Handle(HttpContext http, EvidenceDatabase database, RevisionFeed feed, IHostApplicationLifetime lifetime)
    {
        var request = await RequestReader.ReadAsync(http, database, Parameters, Format.Events);
        if (!request.IsSuccess)
            return new ErrorResponse(request.Error);
        ResponseHeaders.SetRevision(http, request.Value.Query.Revision);
        var start = ReadStart(http.Request, request.Value.Query);
        if (!start.IsSuccess)
            return new ErrorResponse(start.Error);
        return feed.Enter() ? new EventStream(feed, start.Value, lifetime.ApplicationStopping) : new ErrorResponse(TooManyStreams);
    }

    private static Error TooManyStreams => new(ErrorKind.TooManyStreams, "The number of open streams has reached its maximum. Come back later, or poll /v1/changes?from=.")
    {
        RetryAfter = TimeSpan.FromSeconds(30),
    };

    /// <summary>Reads after which revision the events begin.</summary>
    private static Result<long> ReadStart(HttpRequest http, ReadQuery query)
    {
        if (!http.Headers.TryGetValue(ResponseHeaders.LastEventId, out var sent))
            return query.Values.WholeNumber("from") ?? query.Revision;
        if (!long.TryParse(sent.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return Invalid($"is '{QueryReader.Truncate(sent.ToString())}'; it takes the number of a revision.");
        return last <= query.Revision ? last : Invalid($"is {last}; the newest revision is {query.Revision}. It may be of another catalogue.");
    }

    private static Error Invalid(string detail) => new(ErrorKind.InvalidParameter, new ErrorDetail(ResponseHeaders.LastEventId, detail));

    /// <summary>The events as they are sent.</summary>
    private sealed class EventStream(RevisionFeed feed, long start, CancellationToken stopping) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => SendAsync(httpContext, feed, start, stopping);
    }

    private static async Task SendAsync(HttpContext http, RevisionFeed feed, long after, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            http.Response.ContentType = Format.Events.ContentType;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no"; // A proxy that waits for more would hold events back.
            if (HttpMethods.IsHead(http.Request.Method))
                return;
            await WriteAsync(http, "retry: 2000\n\n"u8.ToArray(), either.Token);
            while (true)
                after = await SendNextAsync(http, feed, after, either.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The response ends here as complete, and the client reconnects with the number of its last event.
        }
        finally
        {
            feed.Leave();
        }
    }

    private static async Task<long> SendNextAsync(HttpContext http, RevisionFeed feed, long after, CancellationToken cancel)
    {
        var events = await feed.NextAsync(after, Heartbeat, cancel);
        if (events.Count == 0)
            await WriteAsync(http, ":\n\n"u8.ToArray(), cancel); // A comment, so that nobody on the way takes the line for dead.
        foreach (var revision in events)
            await WriteAsync(http, revision.Bytes, cancel);
        return events.Count == 0 ? after : events[^1].Number;
    }

    private static async Task WriteAsync(HttpContext http, byte[] bytes, CancellationToken cancel)
    {
        await http.Response.Body.WriteAsync(bytes, cancel);
        await http.Response.Body.FlushAsync(cancel);
    }
}
