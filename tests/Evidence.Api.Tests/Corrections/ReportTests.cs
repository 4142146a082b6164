using System.Globalization;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Corrections;

namespace Evidence.Api.Tests.Corrections;

public sealed class ReportTests(CorrectionService service, ReportTests.Busy busy) : IClassFixture<CorrectionService>, IClassFixture<ReportTests.Busy>
{
    [Fact]
    public async Task Anybody_reports_an_error_and_everybody_sees_what_stood_there_and_what_should()
    {
        using var response = await service.Client.PostAsync(
            "/v1/corrections",
            """{"study":"zarate-2006","pointer":"/outcomes/0/results/0/n","proposed":18.0,"source":"Table 1","note":"Two\nlines"}""");

        Assert.Equal("201", await response.OutcomeAsync());
        var text = await service.Client.TextAsync(response.Header("Location")!);
        Assert.Equal(await response.Content.ReadAsStringAsync(), text);
        var shown = await service.Client.JsonAsync(response.Header("Location")!);
        Assert.Matches("^[a-z0-9]{12}$", shown.GetProperty("id").GetString());
        Assert.Equal(("open", 17, 1), (shown.GetProperty("status").GetString(), shown.GetProperty("seen").GetInt32(), shown.GetProperty("revision").GetInt32()));
        Assert.Equal("18.0", shown.GetProperty("proposed").GetRawText());
        Assert.Equal("Two\nlines", shown.GetProperty("note").GetString());
        Assert.Equal(0, shown.GetProperty("decisions").GetArrayLength());
        var listed = await service.Client.JsonAsync("/v1/corrections?study=zarate-2006&status=open&limit=1000");
        Assert.Contains(text, listed.GetProperty("data").EnumerateArray().Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task A_member_that_the_record_lacks_can_be_reported_as_missing_and_one_that_is_wrong_as_to_be_removed()
    {
        using var missing = await service.Client.PostAsync("/v1/corrections", new { study = "zarate-2006", pointer = "/acronym", proposed = "KET", source = "Page 1" });
        using var removed = await service.Client.PostAsync("/v1/corrections", new { study = "zarate-2006", pointer = "/enrolled", remove = true, source = "Page 1" });
        using var added = await service.Client.PostAsync("/v1/corrections", new { study = "zarate-2006", pointer = "/mechanisms/-", proposed = "x", source = "Page 1" });

        Assert.False((await missing.JsonAsync()).TryGetProperty("seen", out _));
        Assert.False((await removed.JsonAsync()).TryGetProperty("proposed", out _));
        Assert.Equal("201 201 201", $"{await missing.OutcomeAsync()} {await removed.OutcomeAsync()} {await added.OutcomeAsync()}");
    }

    [Theory]
    [InlineData("""{"study":"zarate-2060","pointer":"/enrolled","proposed":17,"source":"x"}""", "/study", "did you mean zarate-2006")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enroled","proposed":17,"source":"x"}""", "/pointer", "did you mean enrolled")]
    [InlineData("""{"study":"zarate-2006","pointer":"/outcomes/0/result/0/n","proposed":17,"source":"x"}""", "/pointer", "did you mean /outcomes/0/results/0/n")]
    [InlineData("""{"study":"zarate-2006","pointer":"/outcomes/00","proposed":17,"source":"x"}""", "/pointer", "is no place in the record")]
    [InlineData("""{"study":"zarate-2006","pointer":"/outcomes/999","proposed":17,"source":"x"}""", "/pointer", "is no place in the record")]
    [InlineData("""{"study":"zarate-2006","pointer":"enrolled","proposed":17,"source":"x"}""", "/pointer", "is no place in the record")]
    [InlineData("""{"study":"zarate-2006","pointer":"/a~b","proposed":17,"source":"x"}""", "/pointer", "is no place in the record")]
    [InlineData("""{"study":"zarate-2006","pointer":"/id","proposed":"y","source":"x"}""", "/pointer", "stays as it is")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":17,"source":"x","revision":999}""", "/revision", "no revision 999")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","source":"x"}""", "/proposed", "neither a value nor remove")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","source":"x","proposed":null}""", "/proposed", "neither a value nor remove")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":17,"remove":true,"source":"x"}""", "/proposed", "a value and remove")]
    [InlineData("""{"study":"zarate-2006","pointer":"/acronym","remove":true,"source":"x"}""", "/remove", "nothing to remove")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":18,"source":"x"}""", "/proposed", "is 18 already")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":17,"source":" "}""", "/source", "is empty")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":17,"source":"a\u0007"}""", "/source", "U+0007")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":17,"source":"x","note":"\u0000"}""", "/note", "U+0000")]
    [InlineData("""{"study":"zarate-2006","pointer":"/acronym","proposed":["a\u0000"],"source":"x"}""", "/proposed", "control character")]
    [InlineData("""{"study":"zarate-2006","pointer":"/acronym","proposed":{"\ud800":1},"source":"x"}""", "/proposed", "no valid Unicode")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":1e999,"source":"x"}""", "/proposed", "up to 28 digits")]
    [InlineData("""{"study":"zarate-2006","pointer":"/arms/0","proposed":{"dose":[1e-29]},"source":"x"}""", "/proposed", "up to 28 digits")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":17}""", "", "source")]
    [InlineData("""{"study":"zarate-2006","pointer":"/enrolled","proposed":17,"source":"x","state":"accepted"}""", "/state", "is no member here")]
    public async Task A_report_that_nobody_could_carry_out_is_refused_with_the_place(string body, string pointer, string expected)
    {
        using var response = await service.Client.PostAsync("/v1/corrections", body);

        Assert.Equal("422 invalid-record", await response.OutcomeAsync());
        var error = (await response.JsonAsync()).GetProperty("errors")[0];
        Assert.Equal(pointer, error.GetProperty("pointer").GetString());
        Assert.Contains(expected, error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_bounded_in_size_and_has_to_be_JSON()
    {
        var report = new { study = "zarate-2006", pointer = "/acronym", proposed = new string('x', 17_000), source = "x" };
        using var large = await service.Client.PostAsync("/v1/corrections", report);
        using var text = await service.Client.AskAsync(HttpMethod.Post, "/v1/corrections");

        Assert.Equal("413 content-too-large", await large.OutcomeAsync());
        Assert.Equal("415 unsupported-media-type", await text.OutcomeAsync());
    }

    [Fact]
    public async Task A_report_that_is_sent_again_with_its_key_is_taken_once()
    {
        var report = new { study = "chen-2023", pointer = "/enrolled", proposed = 1, source = "x" };
        using var first = await service.Client.PostAsync("/v1/corrections", report, ("Idempotency-Key", "once"));
        using var again = await service.Client.PostAsync("/v1/corrections", report, ("Idempotency-Key", "once"));
        using var other = await service.Client.PostAsync("/v1/corrections", report with { proposed = 2 }, ("Idempotency-Key", "once"));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal("422 idempotency-key-reused", await other.OutcomeAsync());
        Assert.Equal(1, (await service.Client.JsonAsync("/v1/corrections?study=chen-2023")).GetProperty("page").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_list_is_walked_newest_first_and_revalidated()
    {
        var sent = new List<string>();
        for (var i = 0; i < 5; i++)
            sent.Insert(0, await service.ReportAsync("fan-2017", i + 1000, "/enrolled"));
        var walked = new List<string>();
        for (var address = "/v1/corrections?study=fan-2017&limit=2"; address is not null;)
        {
            using var page = await service.Client.AskAsync(address);
            Assert.Equal("no-cache", page.Header("Cache-Control"));
            Assert.Null(page.Header("Catalogue-Revision"));
            using var same = await service.Client.AskAsync(address, ("If-None-Match", page.Header("ETag")!));
            Assert.Equal(304, (int)same.StatusCode);
            walked.AddRange((await page.JsonAsync()).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            address = page.Link("next");
        }

        Assert.Equal(sent, walked);
        using var pinned = await service.Client.AskAsync("/v1/corrections?revision=1");
        Assert.Equal("400 unknown-parameter", await pinned.OutcomeAsync());
    }

    [Fact]
    public async Task One_client_reports_so_many_an_hour_and_what_is_refused_does_not_count()
    {
        if (TimeProvider.System.GetUtcNow() is { Minute: 59, Second: > 40 })
            await Task.Delay(TimeSpan.FromSeconds(21)); // The quota begins anew with each hour of the clock.
        var report = new { study = "zarate-2006", pointer = "/enrolled", proposed = 17, source = "x" };
        var outcomes = new List<string>();
        foreach (var proposed in new[] { 18, 17, 18, 17, 17 })
        {
            using var response = await busy.Client.PostAsync("/v1/corrections", report with { proposed = proposed });
            outcomes.Add(await response.OutcomeAsync());
            if (outcomes.Count == 5)
                Assert.InRange(int.Parse(response.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 3600);
        }

        Assert.Equal(["422 invalid-record", "201", "422 invalid-record", "201", "429 too-many-requests"], outcomes);
    }

    [Fact]
    public async Task No_more_are_taken_while_a_thousand_wait()
    {
        await using var full = new FullService();
        await full.InitializeAsync();
        var report = new { study = "zarate-2006", pointer = "/enrolled", proposed = 17, source = "x" };
        using var last = await full.Client.PostAsync("/v1/corrections", report);
        using var refused = await full.Client.PostAsync("/v1/corrections", report);

        Assert.Equal("201", await last.OutcomeAsync());
        Assert.Equal("429 too-many-requests", await refused.OutcomeAsync());
        Assert.Contains("wait for a decision", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Takes two reports an hour.</summary>
    public sealed class Busy : EvidenceService
    {
        protected override IEnumerable<string> Settings => [$"--Evidence:CorrectionsPerHour=2"];
    }

    private sealed class FullService : EvidenceService, IAsyncDisposable
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await new TestDatabase(ConnectionString).ExecuteAsync($"""
                insert into correction (correction_id, study_id, pointer, seen_revision, seen, source, reported_at)
                select 'c' || i, 'zarate-2006', '/enrolled', 1, '18', 'x', now() from generate_series(1, {NewCorrection.MaxUndecided - 1}) i
                """);
        }

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
