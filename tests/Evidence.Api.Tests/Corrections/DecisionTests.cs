using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Corrections;

public sealed class DecisionTests(CorrectionService service) : IClassFixture<CorrectionService>
{
    [Fact]
    public async Task An_accepted_correction_is_one_revision_that_names_it()
    {
        var before = await service.NewestAsync();
        var id = await service.ReportAsync("zarate-2006", 18);

        Assert.Equal("201", await DecideAsync(id, new { decision = "accept", reason = "Checked.\nTwice." }));

        var shown = await service.ReadAsync(id);
        Assert.Equal(("accepted", before + 1), (shown.GetProperty("status").GetString(), shown.GetProperty("acceptedIn").GetInt64()));
        var decision = shown.GetProperty("decisions")[0];
        Assert.Equal(("accept", "Checked.\nTwice."), (decision.GetProperty("decision").GetString(), decision.GetProperty("reason").GetString()));
        Assert.StartsWith("Jane Doe (key ", decision.GetProperty("decidedBy").GetString(), StringComparison.Ordinal);
        Assert.Equal(18, await PeopleAsync("zarate-2006"));
        Assert.Equal(17, await PeopleAsync("zarate-2006", $"?revision={before}"));
        var revision = (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0];
        Assert.Equal((before + 1, id), (revision.GetProperty("number").GetInt64(), revision.GetProperty("correction").GetString()));
        Assert.Equal($"Correction {id} of {CorrectionService.Place} after Table 1. Checked. Twice.", revision.GetProperty("reason").GetString());
        Assert.Equal(decision.GetProperty("decidedBy").GetString(), revision.GetProperty("actor").GetString());
        Assert.False((await service.Client.JsonAsync("/v1/revisions?revision=1")).GetProperty("data")[0].TryGetProperty("correction", out _));
    }

    [Fact]
    public async Task A_correction_is_asked_about_and_then_decided_once()
    {
        var id = await service.ReportAsync("chen-2023", 1, "/enrolled");
        using var open = await service.Client.AskAsync($"/v1/corrections/{id}");

        Assert.Equal("422 invalid-record", await DecideAsync(id, new { decision = "ask" }));
        Assert.Equal("201", await DecideAsync(id, new { decision = "ask", reason = "Which table?" }));
        Assert.Equal("asked", (await service.ReadAsync(id)).GetProperty("status").GetString());
        using var changed = await service.Client.AskAsync($"/v1/corrections/{id}", ("If-None-Match", open.Header("ETag")!));
        Assert.Equal("200", await changed.OutcomeAsync());
        Assert.Equal("422 invalid-record", await DecideAsync(id, new { decision = "decline" }));
        Assert.Equal("201", await DecideAsync(id, new { decision = "decline", reason = "It is not one." }));
        Assert.Equal("409 conflict", await DecideAsync(id, new { decision = "accept" }));
        Assert.Equal("409 conflict", await DecideAsync(id, new { decision = "ask", reason = "Still there?" }));

        var shown = await service.ReadAsync(id);
        Assert.Equal("declined", shown.GetProperty("status").GetString());
        Assert.Equal(["Which table?", "It is not one."], shown.GetProperty("decisions").EnumerateArray().Select(decision => decision.GetProperty("reason").GetString()));
        Assert.False(shown.TryGetProperty("acceptedIn", out _));
    }

    [Theory]
    [InlineData("/enrolled", "\"many\"", "/enrolled")]
    [InlineData("/enrolled", "-3", "/enrolled")]
    [InlineData("/design", "\"randomised\"", "/design")]
    public async Task What_the_rules_refuse_is_not_written_and_stays_undecided(string pointer, string value, string place)
    {
        var before = await service.NewestAsync();
        var id = await service.ReportAsync("fan-2017", System.Text.Json.JsonElement.Parse(value), pointer);
        using var response = await service.Client.PostAsync($"/v1/corrections/{id}/decision", new { decision = "accept" }, await service.KeyAsync());

        Assert.Equal("422 invalid-record", await response.OutcomeAsync());
        Assert.Equal(place, (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Equal("open", (await service.ReadAsync(id)).GetProperty("status").GetString());
        Assert.Equal(before, await service.NewestAsync());
    }

    [Fact]
    public async Task Where_somebody_changed_the_value_since_the_curator_has_to_say_what_is_to_stand_there()
    {
        var id = await service.ReportAsync("hu-2016", 1000, "/enrolled");
        await ChangeAsync("hu-2016", study => study with { Enrolled = 31 });

        Assert.Equal("409 conflict", await DecideAsync(id, new { decision = "accept" }));
        Assert.Equal("201", await DecideAsync(id, new { decision = "accept", value = 32 }));
        Assert.Equal(32, (await service.Client.JsonAsync("/v1/studies/hu-2016")).GetProperty("enrolled").GetInt32());
    }

    [Fact]
    public async Task Where_the_place_is_in_another_item_of_the_list_now_nothing_is_written()
    {
        var study = (await service.Client.JsonAsync("/v1/studies/murrough-2013")).GetProperty("outcomes");
        Assert.True(study.GetArrayLength() > 1);
        var id = await service.ReportAsync("murrough-2013", "elsewhere", "/outcomes/0/source/locator");
        // The value is the same, but of another outcome.
        await ChangeAsync("murrough-2013", changed => changed with
        {
            Outcomes = [changed.Outcomes[1] with { Source = changed.Outcomes[0].Source }, changed.Outcomes[0], .. changed.Outcomes.Skip(2)],
        });

        using var refused = await service.Client.PostAsync($"/v1/corrections/{id}/decision", new { decision = "accept" }, await service.KeyAsync());
        Assert.Equal("409 conflict", await refused.OutcomeAsync());
        Assert.Contains("for another item of a list", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await ChangeAsync("murrough-2013", changed => changed with { Outcomes = [] });
        Assert.Equal("409 conflict", await DecideAsync(id, new { decision = "accept", value = "elsewhere" }));
    }

    [Fact]
    public async Task A_study_that_was_withdrawn_is_not_corrected_and_not_reported_on()
    {
        var id = await service.ReportAsync("su-2023", 1, "/enrolled");
        using var withdrawn = await service.Client.AskAsync(HttpMethod.Delete, "/v1/studies/su-2023?reason=Twice", await service.KeyAsync(), ("If-Match", "*"));
        Assert.Equal("200", await withdrawn.OutcomeAsync());

        Assert.Equal("409 conflict", await DecideAsync(id, new { decision = "accept" }));
        Assert.Equal("201", await DecideAsync(id, new { decision = "decline", reason = "Withdrawn." }));
        using var another = await service.Client.PostAsync("/v1/corrections", new { study = "su-2023", pointer = "/enrolled", proposed = 1, source = "x", revision = 1 });
        Assert.Equal("422 invalid-record", await another.OutcomeAsync());
    }

    [Fact]
    public async Task Of_curators_who_decide_at_once_one_decides()
    {
        var before = await service.NewestAsync();
        var id = await service.ReportAsync("grunebaum-2017", 1000, "/enrolled");
        var key = await service.KeyAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var response = await service.Client.PostAsync(
                $"/v1/corrections/{id}/decision", i % 2 == 0 ? new { decision = "accept", reason = "Yes" } : new { decision = "decline", reason = "No" }, key);
            return await response.OutcomeAsync();
        }));

        Assert.Equal("201", Assert.Single(outcomes, outcome => outcome != "409 conflict"));
        var shown = await service.ReadAsync(id);
        Assert.Equal(1, shown.GetProperty("decisions").GetArrayLength());
        Assert.Equal(before + (shown.GetProperty("status").GetString() == "accepted" ? 1 : 0), await service.NewestAsync());
    }

    [Fact]
    public async Task What_no_source_says_is_taken_away_and_what_a_record_lacks_is_put_in()
    {
        using var report = await service.Client.PostAsync("/v1/corrections", new { study = "ionescu-2019", pointer = "/enrolled", remove = true, source = "x" });
        Assert.Equal("201", await DecideAsync((await report.JsonAsync()).GetProperty("id").GetString()!, new { decision = "accept" }));
        Assert.Equal("201", await DecideAsync(await service.ReportAsync("ionescu-2019", "KET-SI", "/acronym"), new { decision = "accept" }));

        var study = await service.Client.JsonAsync("/v1/studies/ionescu-2019");
        Assert.False(study.TryGetProperty("enrolled", out _));
        Assert.Equal("KET-SI", study.GetProperty("acronym").GetString());
    }

    [Fact]
    public async Task Only_a_curator_decides_and_only_what_there_is()
    {
        var id = await service.ReportAsync("wilkinson-2018", 1, "/enrolled");
        using var anonymous = await service.Client.PostAsync($"/v1/corrections/{id}/decision", new { decision = "accept" });

        Assert.Equal("401 unauthenticated", await anonymous.OutcomeAsync());
        Assert.Equal("404 not-found", await DecideAsync("nothing", new { decision = "accept" }));
        Assert.Equal("422 invalid-record", await DecideAsync(id, new { decision = "acept" }));
        Assert.Equal("422 invalid-record", await DecideAsync(id, new { decision = "decline", reason = "No", value = 3 }));
        Assert.Equal("422 invalid-record", await DecideAsync(id, new { decision = "accept", remove = true, value = 3 }));
        Assert.Equal("open", (await service.ReadAsync(id)).GetProperty("status").GetString());
    }

    private async Task<string> DecideAsync(string id, object decision)
    {
        using var response = await service.Client.PostAsync($"/v1/corrections/{id}/decision", decision, await service.KeyAsync());
        return await response.OutcomeAsync();
    }

    private async Task<int> PeopleAsync(string study, string query = "") =>
        (await service.Client.JsonAsync($"/v1/studies/{study}{query}")).GetProperty("outcomes")[0].GetProperty("results")[0].GetProperty("n").GetInt32();

    private async Task ChangeAsync(string id, Func<Study, Study> change)
    {
        var study = CatalogueJson.Read<Study>(await service.Client.GetByteArrayAsync(new Uri($"/v1/studies/{id}", UriKind.Relative))).Value!;
        await new TestDatabase(service.ConnectionString).WriteAsync(RecordWrite.Create(change(study)));
    }
}
