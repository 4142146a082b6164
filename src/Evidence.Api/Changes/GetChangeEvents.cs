using System.Globalization;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Changes;

/// <summary>GET /v1/changes/stream: each revision as it is written, as server-sent events.</summary>
public static class GetChangeEvents
{
    private const string RetryAfterSeconds = "30";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>What the stream takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        ReadRequest.FromParameter with { Description = "Begins with the revision after this one; with the next that is written where left out. `Last-Event-ID` goes before it." },
    ];

    /// <summary>Sends events until the client goes away or the service stops.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, RevisionFeed feed, IHostApplicationLifetime lifetime)
    {
        if (await ReadRequest.ParseAsync(http, database, Parameters, Format.Events) is not { } request)
            return;
        var (after, fault) = StartOf(http.Request, request);
        if (fault is not null)
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(fault));
        else if (!feed.Enter())
            await RefuseAsync(http);
        else
            await SendAsync(http, feed, after, lifetime.ApplicationStopping);
    }

    private static (long After, ParameterError? Fault) StartOf(HttpRequest http, ReadRequest request)
    {
        if (!http.Headers.TryGetValue(SharedComponents.LastEventId, out var sent))
            return (request.Values.WholeNumber("from") ?? request.Revision, null);
        if (!long.TryParse(sent.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return (0, new ParameterError(SharedComponents.LastEventId, $"is '{QueryReader.Shown(sent.ToString())}'; it takes the number of a revision."));
        return last <= request.Revision
            ? (last, null)
            : (0, new ParameterError(SharedComponents.LastEventId, $"is {last}; the newest revision is {request.Revision}. It may be of another catalogue."));
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Answer.ProblemAsync(http, ProblemTypes.TooManyStreams.With("As many streams are open as may be. Come back later, or ask /v1/changes?from= now and then."));
    }

    private static async Task SendAsync(HttpContext http, RevisionFeed feed, long after, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            http.Response.ContentType = Format.Events.ContentType;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.Remove("Content-Location"); // No address gives a stream again.
            http.Response.Headers["X-Accel-Buffering"] = "no"; // A proxy that waits for more would hold events back.
            if (HttpMethods.IsHead(http.Request.Method))
                return;
            await WriteAsync(http, "retry: 2000\n\n"u8.ToArray(), either.Token);
            while (true)
                after = await SendNextAsync(http, feed, after, either.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The answer ends here as a whole one, and the client comes back with the number of its last event.
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
