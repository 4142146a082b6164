using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Xunit.Abstractions;

namespace Evidence.Api.Tests.Lifetime;

/// <summary>
/// Service and server are killed (-9) at random moments of writes that go on at once. Whatever was acknowledged is there, and of what was not
/// there is all or nothing.
/// </summary>
public sealed class KillTests(ITestOutputHelper report) : IDisposable
{
    private const int Writers = 8;

    /// <summary>How often each is killed: a few times in every run, fifty times and more where <c>.ci/soak</c> sets the variable.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("EVIDENCE_TEST_KILLS") ?? "3", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_service_that_is_killed_while_it_writes_leaves_whole_revisions()
    {
        await PrivateData.CopyAsync(folder);
        await using var database = new PrivatePostgres(folder.Path);
        await database.StartAsync(_ => { }, CancellationToken.None);
        var load = new WriteLoad();
        var random = new Random(4);
        var next = Start(database.ConnectionString);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var service = next;
            using var client = await service.ReadyAsync();
            // The next one gets ready meanwhile, as in an installation of several processes.
            next = Start(database.ConnectionString);
            await load.BeginAsync(client, database.ConnectionString);
            await load.AcknowledgedAsync(Writers);
            await Task.Delay(random.Next(0, 120));
            service.Kill();
            await load.EndAsync();
        }

        using (next)
            await JudgeAsync(next, database.ConnectionString, load);
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_writes_leaves_whole_revisions()
    {
        await PrivateData.CopyAsync(folder);
        using var service = ServiceProcess.Start(("Evidence__DataFolder", folder.Path));
        using var client = await service.ReadyAsync();
        // A connection of a pool would be broken with every server.
        var connection = new PrivatePostgres(folder.Path).ConnectionString + ";Pooling=false";
        var load = new WriteLoad();
        var random = new Random(5);
        for (var kill = 0; kill < Kills; kill++)
        {
            await UntilReadyAsync(client);
            await load.BeginAsync(client, connection);
            await load.AcknowledgedAsync(Writers);
            await Task.Delay(random.Next(0, 120));
            using (var postmaster = Process.GetProcessById(await new DataFolderOf(folder.Path).PostmasterAsync()))
                postmaster.Kill();
            await load.EndAsync();
        }

        await UntilReadyAsync(client);
        await JudgeAsync(service, connection, load);
    }

    private static ServiceProcess Start(string connection) => ServiceProcess.Start(("ConnectionStrings__Evidence", connection));

    private static async Task UntilReadyAsync(HttpClient client)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (ready.IsSuccessStatusCode)
                return;
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), "the service did not become ready again");
        }
    }

    private async Task JudgeAsync(ServiceProcess service, string connection, WriteLoad load)
    {
        using var client = await service.ReadyAsync();
        var database = new TestDatabase(connection);
        report.WriteLine($"{Kills} kills, {load.Acknowledged.Count} writes acknowledged, {load.Unanswered} unanswered");
        Assert.True(load.Acknowledged.Count >= Kills * Writers);

        // Revisions are 1, 2, 3 … as many as there are, and each of the load's is one write.
        var newest = await database.AskAsync<long>("select newest_revision from catalogue");
        Assert.Equal($"({newest},1,{newest})", (await database.RowsAsync("select count(*), min(number), max(number) from revision")).Single());
        Assert.Empty(await database.RowsAsync(
            "select w.number from revision w left join record_version v on v.valid_from = w.number where w.number > 1 group by w.number having count(v.*) <> 1"));
        foreach (var (revision, id, title) in load.Acknowledged)
        {
            var study = await client.JsonAsync($"/v1/studies/{id}?revision={revision}");
            Assert.Equal((id, title), (study.GetProperty("id").GetString(), study.GetProperty("title").GetString()));
        }

        var verified = await EvidenceCommand.RunAsync(database, "verify");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
    }

    private sealed record DataFolderOf(string Path)
    {
        public async Task<int> PostmasterAsync()
        {
            var file = Directory.EnumerateFiles(Path, "postmaster.pid", SearchOption.AllDirectories).Single();
            return int.Parse((await File.ReadAllLinesAsync(file))[0], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Curators who write without a pause: each makes a study, replaces it, and makes the next.</summary>
    private sealed class WriteLoad
    {
        private volatile bool stopping;
        private Task writers = Task.CompletedTask;
        private string? key;
        private int made;
        private int unanswered;

        public ConcurrentQueue<(long Revision, string Id, string Title)> Acknowledged { get; } = new();

        public int Unanswered => unanswered;

        public async Task BeginAsync(HttpClient client, string connection)
        {
            stopping = false;
            key ??= (await Curator.MakeKeyAsync(connection, Roles.Curator)).Key;
            var curator = new Curator(client, key);
            var model = (await curator.ReadAsync("zarate-2006")).Study;
            writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(curator, model))));
        }

        public async Task AcknowledgedAsync(int more)
        {
            var enough = Acknowledged.Count + more;
            for (var waited = Stopwatch.StartNew(); Acknowledged.Count < enough; await Task.Delay(5))
                Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), "the writers do not get on");
        }

        public Task EndAsync()
        {
            stopping = true;
            return writers;
        }

        private async Task WriteAsync(Curator curator, Study model)
        {
            var tag = (string?)null;
            var id = "";
            for (var time = 0; !stopping; time++)
            {
                if (tag is null)
                    id = $"killed-{Interlocked.Increment(ref made)}";
                var study = model with { Id = id, Title = $"Write {time} of {id}" };
                try
                {
                    using var response = await curator.PutAsync(study, tag);
                    if (!response.IsSuccessStatusCode)
                    {
                        Assert.Equal(503, (int)response.StatusCode);
                        Interlocked.Increment(ref unanswered);
                        return;
                    }

                    Acknowledged.Enqueue((long.Parse(response.Header("Catalogue-Revision")!, CultureInfo.InvariantCulture), id, study.Title));
                    tag = time % 3 == 2 ? null : response.Header("ETag");
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref unanswered);
                    return;
                }
            }
        }
    }
}
