using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Hosting;

public sealed class StartAndStopTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_killed_service_takes_its_server_with_it_and_the_next_one_has_the_same_catalogue()
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

        using var next = StartPrivate();
        using var again = await next.ReadyAsync();

        Assert.False(Processes.IsRunning(server));
        Assert.Equal(before, await again.GetStringAsync(Studies));
        Assert.Equal(1, await RevisionsAsync(again));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_service_told_to_stop_ends_its_server_and_exits_with_0(string signal)
    {
        using var service = StartPrivate();
        using var client = await service.ReadyAsync();
        var server = PrivateServer.ProcessId(folder.Path)!.Value;

        await service.SignalAsync(signal);

        Assert.Equal(0, await service.EndedAsync());
        Assert.Equal("", service.Errors);
        Assert.False(Processes.IsRunning(server));
        Assert.Null(PrivateServer.ProcessId(folder.Path)); // an orderly shutdown clears its note
    }

    [Fact]
    public async Task A_service_told_to_stop_while_it_starts_leaves_no_server_behind()
    {
        using var service = StartPrivate();
        for (var tries = 0; !service.Output.Contains("Starting PostgreSQL", StringComparison.Ordinal) && tries < 600; tries++)
            await Task.Delay(50);

        await service.SignalAsync("INT");

        Assert.InRange(await service.EndedAsync(), 0, 1);
        Assert.DoesNotContain("   at ", service.Output + service.Errors, StringComparison.Ordinal);
        Assert.Empty(Processes.Naming(folder.Path));
    }

    [Fact]
    public async Task Ten_services_that_start_at_once_on_an_empty_database_make_one_revision()
    {
        var database = await TestServer.CreateEmptyDatabaseAsync();
        var services = Enumerable.Range(0, 10).Select(_ => ServiceProcess.Start(("ConnectionStrings__Evidence", database))).ToList();
        try
        {
            var clients = await Task.WhenAll(services.Select(service => service.ReadyAsync()));

            var ready = await Task.WhenAll(clients.Select(client => client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))));
            Assert.Equal("{\"status\":\"ok\",\"revision\":1}", Assert.Single(ready.Distinct()));
            Assert.All(clients, client => client.Dispose());
        }
        finally
        {
            services.ForEach(service => service.Dispose());
        }
    }

    private static Uri Studies => new("/v1/studies?limit=1000", UriKind.Relative);

    private static async Task<int> RevisionsAsync(HttpClient client) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/revisions", UriKind.Relative))).RootElement.GetProperty("page").GetProperty("total").GetInt32();

    private ServiceProcess StartPrivate() => ServiceProcess.Start(("Evidence__DataFolder", folder.Path));
}
