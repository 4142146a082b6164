using System.Net;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Changes;

public sealed class ChangeEventsTests : IAsyncLifetime
{
    private readonly StreamingService service = new();
    private TestDatabase database = null!;
    private Study study = null!;

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        database = new TestDatabase(service.ConnectionString);
        study = (await TestDatabase.FilesAsync()).Single(file => file.Id == "chen-2023").Study!;
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_stream_begins_with_the_next_revision_and_says_what_it_wrote()
    {
        await using var reader = await EventReader.OpenAsync(service.Client, encoding: "gzip, br");
        Assert.Equal("text/event-stream", reader.Response.Content.Headers.ContentType!.MediaType);
        Assert.Empty(reader.Response.Content.Headers.ContentEncoding);
        Assert.Equal("no-store", reader.Response.Headers.CacheControl!.ToString());
        Assert.Null(reader.Response.Header("Content-Location"));

        await database.WriteAsync(Renamed("two\nlines"));
        await database.WithdrawAsync("study", study.Id);
        var events = await reader.NextAsync(2);

        Assert.Equal([2, 3], events.Select(revision => revision.Id));
        Assert.All(events, revision => Assert.Equal(revision.Id, revision.Data.GetProperty("number").GetInt64()));
        Assert.Equal(["replaced", "withdrawn"], events.Select(revision => Assert.Single(revision.Data.GetProperty("records").EnumerateArray()).GetProperty("change").GetString()));
        Assert.Equal(("a curator", "for a test", 1L), (
            events[0].Data.GetProperty("actor").GetString()!, events[0].Data.GetProperty("reason").GetString()!, events[0].Data.GetProperty("recordCount").GetInt64()));
    }

    [Fact]
    public async Task Whoever_comes_back_gets_every_later_revision_once_and_in_order_while_more_are_written()
    {
        const int Written = 260; // more than are kept in memory
        for (var i = 0; i < 130; i++)
            await database.WriteAsync(Renamed($"{i}"));
        await using var steady = await EventReader.OpenAsync(service.Client, lastEventId: "0");
        var writing = Task.Run(async () =>
        {
            for (var i = 130; i < Written; i++)
                await database.WriteAsync(Renamed($"{i}"));
        });
        var seen = new List<long>();
        while (seen.Count < Written + 1)
        {
            // Comes back after every few events.
            await using var reader = await EventReader.OpenAsync(service.Client, lastEventId: $"{seen.LastOrDefault()}");
            seen.AddRange((await reader.NextAsync(Math.Min(37, Written + 1 - seen.Count))).Select(revision => revision.Id));
        }

        await writing;
        var all = Enumerable.Range(1, Written + 1).Select(number => (long)number).ToList();
        Assert.Equal(all, seen);
        Assert.Equal(all, (await steady.NextAsync(Written + 1)).Select(revision => revision.Id));
    }

    [Fact]
    public async Task The_first_load_is_one_event_with_every_record()
    {
        await using var reader = await EventReader.OpenAsync(service.Client, "?from=0");
        var load = (await reader.NextAsync(1))[0].Data;

        Assert.Equal(load.GetProperty("recordCount").GetInt64(), load.GetProperty("records").GetArrayLength());
        Assert.Equal(await database.AskAsync<long>("select count(*) from record_version"), load.GetProperty("recordCount").GetInt64());
    }

    [Fact]
    public async Task A_silent_stream_has_a_heartbeat()
    {
        await using var reader = await EventReader.OpenAsync(service.Client);
        Assert.Equal("retry: 2000\n\n:\n\n", await reader.RawUntilAsync(":\n\n:\n\n") is { } text ? text[..("retry: 2000\n\n:\n\n".Length)] : "");
    }

    [Theory]
    [InlineData("", "2", HttpStatusCode.BadRequest)]
    [InlineData("", "-1", HttpStatusCode.BadRequest)]
    [InlineData("", "yesterday", HttpStatusCode.BadRequest)]
    [InlineData("?nonsense=1", null, HttpStatusCode.BadRequest)]
    [InlineData("?from=x", null, HttpStatusCode.BadRequest)]
    [InlineData("?from=2", null, HttpStatusCode.NotFound)]
    public async Task A_beginning_that_there_is_not_is_refused(string query, string? lastEventId, HttpStatusCode status)
    {
        using var response = await service.Client.AskAsync("/v1/changes/stream" + query, lastEventId is null ? [] : [("Last-Event-ID", lastEventId)]);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Other_formats_are_refused_and_HEAD_ends()
    {
        using var picture = await service.Client.AskAsync("/v1/changes/stream", ("Accept", "image/png"));
        Assert.Equal(HttpStatusCode.NotAcceptable, picture.StatusCode);
        using var head = await service.Client.AskAsync(HttpMethod.Head, "/v1/changes/stream");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (head.StatusCode, head.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task One_stream_too_many_is_told_to_come_back_and_a_place_that_is_left_is_free()
    {
        var open = await Task.WhenAll(Enumerable.Range(0, StreamingService.MaxStreams).Select(_ => EventReader.OpenAsync(service.Client)));
        using (var refused = await service.Client.AskAsync("/v1/changes/stream"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal("30", refused.Header("Retry-After"));
            Assert.Equal("urn:evidence:problem:too-many-streams", (await refused.JsonAsync()).GetProperty("type").GetString());
        }

        await open[0].DisposeAsync();
        HttpStatusCode status;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/changes/stream");
            using var again = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            status = again.StatusCode;
        }
        while (status == HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.OK, status);
        await Task.WhenAll(open.Skip(1).Select(reader => reader.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_stop_of_the_service_ends_the_streams_as_whole_answers()
    {
        await using var reader = await EventReader.OpenAsync(service.Client);
        await database.WriteAsync(Renamed("before the stop"));
        await reader.NextAsync(1);

        var stop = service.StopAsync();

        Assert.True(await reader.EndsAsync());
        await stop;
    }

    private RecordWrite Renamed(string label) => RecordWrite.Create(study with { Label = label });

    private sealed class StreamingService : EvidenceService
    {
        public const int MaxStreams = 12;

        protected override IEnumerable<string> Settings => [$"--Evidence:MaxStreams={MaxStreams}"];
    }
}

/// <summary>A stream outlives its database.</summary>
public sealed class ChangeEventsOutageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_database_that_is_away_is_waited_for_and_nothing_is_missed()
    {
        await PrivateData.CopyAsync(folder);
        await using var server = new PrivatePostgres(folder.Path);
        await server.StartAsync(_ => { }, CancellationToken.None);
        using var service = ServiceProcess.Start(("ConnectionStrings__Evidence", server.ConnectionString));
        using var client = await service.ReadyAsync();
        await using var reader = await EventReader.OpenAsync(client);
        var study = (await TestDatabase.FilesAsync()).Single(file => file.Id == "chen-2023").Study!;
        var database = new TestDatabase(server.ConnectionString);
        await database.WriteAsync(RecordWrite.Create(study with { Label = "before" }));
        var before = await reader.NextAsync(1);

        await server.DisposeAsync();
        Assert.Equal(503, (await ReadLoad.ReadAsync(client, "/v1/revisions")).Status);
        await server.StartAsync(_ => { }, CancellationToken.None);
        Npgsql.NpgsqlConnection.ClearAllPools();
        await database.WriteAsync(RecordWrite.Create(study with { Label = "after" }));
        await database.WriteAsync(RecordWrite.Create(study with { Label = "later" }));

        Assert.Equal([2, 3, 4], before.Concat(await reader.NextAsync(2)).Select(revision => revision.Id));
    }
}
