using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;

namespace Evidence.Api.Tests.Studies;

public sealed class PutStudyTests(EvidenceService service) : IClassFixture<EvidenceService>, IAsyncLifetime
{
    private Curator curator = null!;

    public async Task InitializeAsync() => curator = await Curator.OfAsync(service.Client, service.ConnectionString);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_new_study_is_made_and_read_back_as_the_bytes_that_were_stored()
    {
        var study = await NewAsync("made-2026");

        using var made = await curator.PutAsync(study, null, "?reason=Read+in+full");

        Assert.Equal(201, (int)made.StatusCode);
        Assert.Equal("/v1/studies/made-2026", made.Header("Location"));
        var told = await made.JsonAsync();
        Assert.Equal(("created", 1), (told.GetProperty("outcome").GetString(), told.GetProperty("version").GetInt32()));
        using var read = await service.Client.AskAsync("/v1/studies/made-2026");
        Assert.Equal(CatalogueJson.Write(study), await read.Content.ReadAsByteArrayAsync());
        Assert.Equal(made.Header("ETag"), read.Header("ETag"));
        Assert.Equal(made.Header("Catalogue-Revision"), read.Header("Catalogue-Revision"));
        var outcomes = await service.Client.JsonAsync("/v1/outcomes?study=made-2026");
        Assert.NotEqual(0, outcomes.GetProperty("page").GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Every_write_names_its_actor_and_reason_in_the_revision()
    {
        using var made = await curator.PutAsync(await NewAsync("named-2026"), null, "?reason=Read+in+full");

        var revision = (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0];

        Assert.Equal(made.Header("Catalogue-Revision"), $"{revision.GetProperty("number")}");
        Assert.Matches("^Jane Doe \\(key [a-z2-9]{12}\\)$", revision.GetProperty("actor").GetString());
        Assert.Equal("Read in full", revision.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_study_is_replaced_only_on_top_of_the_version_that_the_writer_has_read()
    {
        using var _ = await curator.PutAsync(await NewAsync("replaced-2026"), null);
        var (study, tag) = await curator.ReadAsync("replaced-2026");

        using var first = await curator.PutAsync(study with { Title = "First" }, tag);
        using var second = await curator.PutAsync(study with { Title = "Second" }, tag);
        using var third = await curator.PutAsync(study with { Title = "Third" }, null);

        Assert.Equal([200, 412, 412], new[] { first, second, third }.Select(response => (int)response.StatusCode));
        Assert.Contains(first.Header("ETag")!, (await second.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("First", (await curator.ReadAsync("replaced-2026")).Study.Title);
    }

    [Theory]
    [InlineData(428, null, null)]
    [InlineData(400, "If-Match", "*", "If-None-Match", "*")]
    [InlineData(400, "If-None-Match", "\"some-tag\"")]
    [InlineData(412, "If-Match", "W/\"zarate-2006.v1.0a1b2c3d\"")]
    [InlineData(412, "If-Match", "\"zarate-2006.v99.00000000\"")]
    [InlineData(412, "If-None-Match", "*")]
    public async Task A_write_says_which_version_it_replaces(int status, params string?[] headers)
    {
        var (study, _) = await curator.ReadAsync("zarate-2006");

        using var response = await curator.SendAsync(
            HttpMethod.Put, "/v1/studies/zarate-2006", CatalogueJson.Write(study), headers.Chunk(2).Where(pair => pair[0] is not null).Select(pair => (pair[0]!, pair[1]!)));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_same_record_again_makes_no_revision()
    {
        var (study, tag) = await curator.ReadAsync("zarate-2006");
        var before = await NewestAsync();

        using var response = await curator.PutAsync(study, tag);

        Assert.Equal("unchanged", (await response.JsonAsync()).GetProperty("outcome").GetString());
        Assert.Equal(tag, response.Header("ETag"));
        Assert.Equal(before, await NewestAsync());
    }

    [Fact]
    public async Task Findings_are_told_with_their_places_and_what_is_allowed_and_nothing_is_written()
    {
        var (study, tag) = await curator.ReadAsync("zarate-2006");
        var before = await NewestAsync();

        using var response = await curator.PutAsync(study with { Design = "randomised-crossover", Label = " " }, tag);

        Assert.Equal(422, (int)response.StatusCode);
        var errors = (await response.JsonAsync()).GetProperty("errors").EnumerateArray().ToDictionary(error => error.GetProperty("pointer").GetString()!);
        Assert.Contains("/label", errors.Keys);
        Assert.Contains("randomized-crossover", errors["/design"].GetProperty("allowed").EnumerateArray().Select(term => term.GetString()));
        Assert.Equal(before, await NewestAsync());
    }

    [Theory]
    [InlineData(422, "/design", """{"design": 3}""")]
    [InlineData(422, "", "")]
    [InlineData(422, "", "[]")]
    [InlineData(422, "/invented", """{"invented": true}""")]
    public async Task What_is_no_study_is_refused_with_the_place(int status, string pointer, string body)
    {
        using var response = await curator.SendAsync(HttpMethod.Put, "/v1/studies/zarate-2006", body, ("If-Match", "*"));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(pointer, (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task The_identifier_of_the_body_is_that_of_the_address()
    {
        var (study, _) = await curator.ReadAsync("zarate-2006");

        using var response = await curator.SendAsync(HttpMethod.Put, "/v1/studies/singh-2016", CatalogueJson.Write(study), ("If-Match", "*"));

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Equal("/id", (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_study_that_shares_people_with_one_that_is_not_there_is_refused()
    {
        var (study, tag) = await curator.ReadAsync("zarate-2006");
        var shared = study with { SharesParticipantsWith = [new SharedParticipants { Study = "nobody-1999", Certainty = "stated", Note = "said so" }] };

        using var response = await curator.PutAsync(shared, tag);

        Assert.Equal("/sharesParticipantsWith/0/study", (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Warnings_are_told_and_do_not_keep_the_record_out()
    {
        var study = await NewAsync("twice-2026");

        using var response = await curator.PutAsync(study, null);

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Contains("is a report of 'zarate-2006' too", (await response.JsonAsync()).GetProperty("warnings").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_be_done_and_writes_nothing()
    {
        var before = await NewestAsync();

        using var response = await curator.PutAsync(await NewAsync("dry-2026"), null, "?dryRun=true");

        Assert.Equal(200, (int)response.StatusCode);
        var told = await response.JsonAsync();
        Assert.Equal(("created", true), (told.GetProperty("outcome").GetString(), told.GetProperty("dryRun").GetBoolean()));
        Assert.Equal(before, await NewestAsync());
        using var read = await service.Client.AskAsync("/v1/studies/dry-2026");
        Assert.Equal(404, (int)read.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_not_called_JSON_or_is_too_large_is_refused()
    {
        using var text = new HttpRequestMessage(HttpMethod.Put, "/v1/studies/zarate-2006") { Content = new StringContent("{}", null, "text/plain") };
        text.Headers.TryAddWithoutValidation("Authorization", $"Bearer {curator.Key}");
        text.Headers.TryAddWithoutValidation("If-Match", "*");
        using var unsupported = await service.Client.SendAsync(text);
        // It asks before it sends, or it would still be sending when the answer comes.
        using var large = await curator.SendAsync(HttpMethod.Put, "/v1/studies/zarate-2006", new byte[(8 * 1024 * 1024) + 1], ("If-Match", "*"), ("Expect", "100-continue"));

        Assert.Equal([415, 413], new[] { unsupported, large }.Select(response => (int)response.StatusCode));
        Assert.Equal("urn:evidence:problem:content-too-large", (await large.JsonAsync()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("?dryrun=true", "dryRun")]
    [InlineData("?dryRun=yes", "true")]
    [InlineData("?reason=", "reason")]
    public async Task A_parameter_that_it_does_not_take_is_refused(string query, string named)
    {
        var (study, tag) = await curator.ReadAsync("zarate-2006");

        using var response = await curator.PutAsync(study, tag, query);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<long> NewestAsync() => (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0].GetProperty("number").GetInt64();

    private async Task<Study> NewAsync(string id) => (await curator.ReadAsync("zarate-2006")).Study with { Id = id };
}
