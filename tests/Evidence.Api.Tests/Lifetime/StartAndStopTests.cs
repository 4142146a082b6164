using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Lifetime;

public sealed class StartAndStopTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_service_that_is_killed_or_told_to_stop_takes_its_server_with_it_and_the_next_one_has_the_same_catalogue()
    {
        string before;
        int server;
        using (var killed = StartPrivate())
        {
            using var client = await killed.ReadyAsync();
            before = await client.GetStringAsync(Studies);
            Assert.Equal(1, await RevisionsAsync(client));
            server = PrivateServer.ProcessId(folder.Path)!.Value;
            killed.Kill();
            await killed.EndedAsync();
        }

        // Told by Ctrl+C, and by a service manager or a container engine.
        foreach (var signal in (string[])["INT", "TERM"])
        {
            using var next = StartPrivate();
            using var again = await next.ReadyAsync();

            Assert.False(Processes.IsRunning(server));
            Assert.Equal(before, await again.GetStringAsync(Studies));
            Assert.Equal(1, await RevisionsAsync(again));
            server = PrivateServer.ProcessId(folder.Path)!.Value;
            await next.SignalAsync(signal);
            Assert.Equal(0, await next.EndedAsync());
            Assert.Equal("", next.Errors);
            Assert.False(Processes.IsRunning(server));
            Assert.Null(PrivateServer.ProcessId(folder.Path)); // an orderly shutdown clears its note
        }
    }

    [Fact]
    public async Task A_service_told_to_stop_while_it_starts_leaves_no_server_behind()
    {
        await PrivateData.CopyAsync(folder);
        using var service = StartPrivate();
        for (var tries = 0; !service.Output.Contains("Starting PostgreSQL", StringComparison.Ordinal) && tries < 600; tries++)
            await Task.Delay(50);

        await service.SignalAsync("INT");

        Assert.InRange(await service.EndedAsync(), 0, 1);
        Assert.DoesNotContain("   at ", service.Output + service.Errors, StringComparison.Ordinal);
        Assert.Empty(Processes.Naming(folder.Path));
    }

    /// <summary>Three of them are processes of their own; the others share this one, as the database cannot tell.</summary>
    [Fact]
    public async Task Ten_services_that_start_at_once_on_an_empty_database_make_one_revision_and_answer_the_same()
    {
        var database = new TestDatabase(await TestServer.CreateEmptyDatabaseAsync());
        var processes = Enumerable.Range(0, 3).Select(_ => ServiceProcess.Start(("ConnectionStrings__Evidence", database.ConnectionString))).ToList();
        var others = Enumerable.Range(0, 7).Select(_ => new ServiceOn(database.ConnectionString)).ToList();
        try
        {
            await Task.WhenAll(others.Select(service => service.InitializeAsync()));
            var clients = await Task.WhenAll(processes.Select(service => service.ReadyAsync()));
            var all = clients.Concat(others.Select(service => service.Client)).ToList();

            var ready = await Task.WhenAll(all.Select(client => client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))));
            var answers = await Task.WhenAll(all.Select(client => client.GetStringAsync(Studies)));

            Assert.Equal(10, all.Count);
            Assert.Equal("{\"status\":\"ok\",\"revision\":1}", Assert.Single(ready.Distinct()));
            Assert.Single(answers.Distinct());
            Assert.Equal(1, await database.AskAsync<long>("select count(*) from revision"));
            Assert.Equal((await TestDatabase.FilesAsync()).Count, await database.AskAsync<long>("select count(*) from record_version"));
            Assert.All(clients, client => client.Dispose());
        }
        finally
        {
            processes.ForEach(service => service.Dispose());
            foreach (var service in others)
                await service.DisposeAsync();
        }
    }

    private static Uri Studies => new("/v1/studies?limit=1000", UriKind.Relative);

    private static async Task<int> RevisionsAsync(HttpClient client) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/revisions", UriKind.Relative))).RootElement.GetProperty("page").GetProperty("total").GetInt32();

    private ServiceProcess StartPrivate() => ServiceProcess.Start(("Evidence__DataFolder", folder.Path));

    /// <summary>A service that makes what it needs in the given database.</summary>
    private sealed class ServiceOn(string database) : EvidenceService
    {
        protected override Task<string> CreateDatabaseAsync() => Task.FromResult(database);
    }
}
