using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Npgsql;
using Xunit.Abstractions;

namespace Evidence.Api.Tests.Lifetime;

/// <summary>The database goes away under a load of reads, and comes back: no client sees a fault of the service.</summary>
public sealed class OutageTests(ITestOutputHelper report) : IDisposable
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(20);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_private_server_killed_under_load_costs_503_until_it_is_back_and_never_500_as_often_as_it_is_killed()
    {
        await PrivateData.CopyAsync(folder);
        using var service = ServiceProcess.Start(("Evidence__DataFolder", folder.Path));
        using var client = await service.ReadyAsync();
        var expected = await ExpectedAsync(client);
        foreach (var (before, after) in ((int, int)[])[(150, 300), (50, 50), (50, 50), (50, 50)])
        {
            await using var load = new ReadLoad(client);
            await load.MoreAsync(before);
            await KillPostmasterAsync();
            await load.UntilAnsweredAsync();
            var back = load.Now;
            await load.MoreAsync(after);
            Judge(await load.StopAsync(), expected, back);
        }

        await AQueryThatOutlivesItsServerOnlyDelaysTheNextOneAsync(client);
    }

    private async Task AQueryThatOutlivesItsServerOnlyDelaysTheNextOneAsync(HttpClient client)
    {
        await using var source = NpgsqlDataSource.Create(new PrivatePostgres(folder.Path).ConnectionString);
        await using var busy = source.CreateCommand("select count(*) from generate_series(1, 40000000)");
        // PostgreSQL refuses to start while a process of its predecessor still computes on the shared memory.
        var outliving = Record.ExceptionAsync(() => busy.ExecuteScalarAsync());
        await Task.Delay(500);

        await KillPostmasterAsync();

        await using var load = new ReadLoad(client);
        await load.UntilAnsweredAsync();
        await outliving;
    }

    [Fact]
    public async Task A_database_that_is_away_is_503_with_Retry_After_and_is_used_again_once_it_is_back()
    {
        await PrivateData.CopyAsync(folder);
        await using var database = new PrivatePostgres(folder.Path);
        await database.StartAsync(_ => { }, CancellationToken.None);
        using var service = ServiceProcess.Start(("ConnectionStrings__Evidence", database.ConnectionString));
        using var client = await service.ReadyAsync();
        var expected = await ExpectedAsync(client);

        await database.DisposeAsync();

        var away = await Task.WhenAll(ReadLoad.Addresses.Select(address => ReadLoad.ReadAsync(client, address)));
        Assert.All(away, reading => Assert.Equal(503, reading.Status));
        AssertProblems(away);
        Assert.Equal(200, (await ReadLoad.ReadAsync(client, "/health/live")).Status);

        await database.StartAsync(_ => { }, CancellationToken.None);

        await using var load = new ReadLoad(client);
        await load.UntilAnsweredAsync();
        var back = load.Now;
        await load.MoreAsync(100);
        Judge(await load.StopAsync(), expected, back);
    }

    [Fact]
    public async Task Backends_terminated_under_load_are_not_noticed()
    {
        var database = await TestServer.CreateFromTemplateAsync("catalogue", EvidenceService.PrepareAsync);
        using var service = ServiceProcess.Start(("ConnectionStrings__Evidence", database));
        using var client = await service.ReadyAsync();
        var expected = await ExpectedAsync(client);
        await using var load = new ReadLoad(client);
        await using var operatorSource = NpgsqlDataSource.Create(database);
        long terminated = 0;
        for (var time = 0; time < 10; time++)
        {
            await load.MoreAsync(40);
            await using var terminate = operatorSource.CreateCommand(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            terminated += (long)(await terminate.ExecuteScalarAsync())!;
        }

        await load.MoreAsync(100);
        var readings = await load.StopAsync();

        Assert.InRange(terminated, 10, long.MaxValue);
        report.WriteLine($"{terminated} backends were terminated");
        Judge(readings, expected, back: TimeSpan.Zero);
    }

    /// <summary>Only 200 and 503, each in its proper form; from <paramref name="back"/> on only 200, with the bytes of before.</summary>
    private void Judge(IReadOnlyList<Reading> readings, Dictionary<string, string> expected, TimeSpan back)
    {
        foreach (var outcome in readings.GroupBy(reading => (reading.Status, Cut: reading.Body is null)))
            report.WriteLine($"{outcome.Count()} x {outcome.Key}, longest {outcome.Max(reading => reading.Took.TotalSeconds):0.00} s");
        Assert.All(readings, reading => Assert.True(reading.Status is 200 or 503, $"{reading.Address} was answered with {reading.Status}: {reading.Body}"));
        Assert.All(readings.Where(reading => reading.Began > back), reading => Assert.Equal(200, reading.Status));
        Assert.All(
            readings.Where(reading => reading is { Status: 200, Body: not null }),
            reading => Assert.Equal(expected[reading.Address], reading.Body));
        AssertProblems(readings.Where(reading => reading.Status == 503));
    }

    private static void AssertProblems(IEnumerable<Reading> readings) =>
        Assert.All(readings, reading =>
        {
            Assert.Equal("application/problem+json", reading.MediaType);
            Assert.True(reading.SaysWhenToRetry);
            Assert.Contains("urn:evidence:problem:database-unavailable", reading.Body, StringComparison.Ordinal);
            Assert.InRange(reading.Took, TimeSpan.Zero, Quick);
        });

    private static async Task<Dictionary<string, string>> ExpectedAsync(HttpClient client)
    {
        var readings = await Task.WhenAll(ReadLoad.Addresses.Select(address => ReadLoad.ReadAsync(client, address)));
        Assert.All(readings, reading => Assert.Equal(200, reading.Status));
        return readings.ToDictionary(reading => reading.Address, reading => reading.Body!);
    }

    private async Task KillPostmasterAsync()
    {
        using var postmaster = System.Diagnostics.Process.GetProcessById(PrivateServer.ProcessId(folder.Path)!.Value);
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
    }
}
