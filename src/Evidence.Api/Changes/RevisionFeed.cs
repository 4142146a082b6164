using Evidence.Api.Http;
using Evidence.Store.Changes;
using Evidence.Store.Database;
using Microsoft.Extensions.Options;

namespace Evidence.Api.Changes;

/// <summary>
/// Tells all streams of new revisions. One query a second serves them all, and none is asked while nobody listens. It polls, because a
/// notification of the database reaches neither a reader on a standby nor one behind a pool of connections, and would be lost in an outage.
/// </summary>
public sealed class RevisionFeed(EvidenceDatabase database, IOptions<EvidenceOptions> options, TimeProvider clock, ILogger<RevisionFeed> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly int maxStreams = options.Value.MaxStreams;
    private int streams;
    private volatile Heard heard = new(0, []);

    /// <summary>Counts a stream in; returns false if the maximum is open.</summary>
    public bool Enter()
    {
        if (Interlocked.Increment(ref streams) <= maxStreams)
            return true;
        Leave();
        return false;
    }

    /// <summary>Counts a stream out.</summary>
    public void Leave() => Interlocked.Decrement(ref streams);

    /// <summary>Returns the events that follow a revision as soon as there are any; returns none after the time that the caller waits.</summary>
    public async Task<IReadOnlyList<RevisionEvent>> NextAsync(long after, TimeSpan patience, CancellationToken cancel)
    {
        var now = heard;
        if (now.Newest <= after)
        {
            await Task.WhenAny(now.Later.Task, Task.Delay(patience, clock, cancel));
            cancel.ThrowIfCancellationRequested();
            now = heard;
        }

        if (now.Newest <= after)
            return [];
        return now.Recent[0].Number <= after + 1
            ? [.. now.Recent.Where(revision => revision.Number > after)]
            : await CatchUpAsync(after, cancel);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isAway = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (Volatile.Read(ref streams) > 0)
                    await ListenAsync(stoppingToken);
                isAway = false;
            }
            catch (Exception e) when (EvidenceDatabase.IsUnavailable(e))
            {
                if (!isAway)
                    log.LogWarning("The database is away; streams wait for it: {Reason}", e.Message);
                isAway = true;
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var before = heard;
        var found = await database.ReadAsync((connection, token) => RevisionEvent.ReadNewestAsync(connection, before.Newest, token), cancel);
        if (found.Count == 0)
            return;
        // Where more came than were read, those kept would have a gap.
        var isWhole = before.Recent.Count > 0 && found[0].Number == before.Newest + 1;
        heard = new Heard(found[^1].Number, isWhole ? [.. before.Recent.Concat(found).TakeLast(RevisionEvent.MaxBatch)] : found);
        before.Later.SetResult();
    }

    /// <summary>Returns the events that a stream missed while it was disconnected; during an outage it waits like the others.</summary>
    private async Task<IReadOnlyList<RevisionEvent>> CatchUpAsync(long after, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await database.ReadAsync((connection, token) => RevisionEvent.ReadNextAsync(connection, after, token), cancel);
            }
            catch (Exception e) when (EvidenceDatabase.IsUnavailable(e) && !cancel.IsCancellationRequested)
            {
                await Task.Delay(Pause, clock, cancel);
            }
        }
    }

    /// <summary>The newest revision, the last events up to it without a gap, and what happens when a later one is there.</summary>
    private sealed record Heard(long Newest, IReadOnlyList<RevisionEvent> Recent)
    {
        public TaskCompletionSource Later { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
