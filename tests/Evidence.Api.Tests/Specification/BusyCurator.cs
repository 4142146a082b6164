using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Specification;

/// <summary>Commits one revision after the other on a connection of its own: changed studies, twenty new ones, and withdrawals of those.</summary>
internal sealed class BusyCurator : IAsyncDisposable
{
    private const int MostRevisions = 5_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource stopping = new();
    private readonly Task work;
    private long newest;

    public BusyCurator(string connectionString, IReadOnlyList<Study> studies) => work = WorkAsync(connectionString, studies);

    /// <summary>The revision that was committed last.</summary>
    public long Newest => Interlocked.Read(ref newest);

    /// <summary>Waits until a later revision than this one has been committed.</summary>
    public async Task PassesAsync(long revision)
    {
        while (Newest <= revision && !work.IsCompleted)
            await Task.Delay(1);
        Assert.True(Newest > revision, "The curator has stopped.");
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await work;
        stopping.Dispose();
    }

    private async Task WorkAsync(string connectionString, IReadOnlyList<Study> studies)
    {
        var database = new TestDatabase(connectionString);
        for (var i = 0; i < MostRevisions && !stopping.IsCancellationRequested; i++)
        {
            var scramble = new Scramble(i);
            var changed = scramble.Of(studies[i % studies.Count]);
            var added = scramble.Of(studies[i % 20]) with { Id = $"{studies[i % 20].Id}-w" };
            RecordWrite[] records = i % 7 == 0 ? [RecordWrite.Create(changed), RecordWrite.Create(added)] : [RecordWrite.Create(changed)];
            Interlocked.Exchange(ref newest, await database.WriteAsync(records));
            if (i % 14 == 0)
                Interlocked.Exchange(ref newest, await database.WithdrawAsync("study", added.Id));
            await Task.Delay(Pause);
        }
    }
}
