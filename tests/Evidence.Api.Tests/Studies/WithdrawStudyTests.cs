using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Studies;

public sealed class WithdrawStudyTests(EvidenceService service) : IClassFixture<EvidenceService>, IAsyncLifetime
{
    private Curator curator = null!;

    public async Task InitializeAsync() => curator = await Curator.OfAsync(service.Client, service.ConnectionString);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_withdrawn_study_is_410_with_the_address_of_its_last_version_and_in_no_list_while_the_past_stays()
    {
        var id = await MakeAsync("withdrawn-2026");
        var before = await service.Client.TextAsync($"/v1/studies?revision={await NewestAsync()}");

        using var withdrawn = await WithdrawAsync(id, "?reason=Entered+twice");

        Assert.Equal(200, (int)withdrawn.StatusCode);
        var revision = (await withdrawn.JsonAsync()).GetProperty("revision").GetInt64();
        using var gone = await service.Client.AskAsync($"/v1/studies/{id}");
        Assert.Equal(410, (int)gone.StatusCode);
        var problem = await gone.JsonAsync();
        Assert.Contains("Entered twice", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var last = await service.Client.AskAsync(problem.GetProperty("lastVersion").GetString()!);
        Assert.Equal(200, (int)last.StatusCode);
        Assert.Equal(0, (await service.Client.JsonAsync($"/v1/studies?study={id}")).GetProperty("page").GetProperty("total").GetInt64());
        Assert.Equal(0, (await service.Client.JsonAsync($"/v1/effects?study={id}")).GetProperty("page").GetProperty("total").GetInt64());
        Assert.Equal(before, await service.Client.TextAsync($"/v1/studies?revision={revision - 1}"));
    }

    [Fact]
    public async Task It_can_be_made_again_and_its_versions_count_on()
    {
        var id = await MakeAsync("again-2026");
        var study = (await curator.ReadAsync(id)).Study;
        using var withdrawn = await WithdrawAsync(id, "?reason=By+mistake");

        using var replaced = await curator.PutAsync(study, "*");
        using var made = await curator.PutAsync(study, null);

        Assert.Equal([412, 201], new[] { replaced, made }.Select(response => (int)response.StatusCode));
        Assert.Equal(2, (await made.JsonAsync()).GetProperty("version").GetInt32());
        using var between = await service.Client.AskAsync($"/v1/studies/{id}?revision={withdrawn.Header("Catalogue-Revision")}");
        Assert.Equal(410, (int)between.StatusCode);
    }

    [Fact]
    public async Task A_withdrawal_gives_a_reason_and_names_the_version()
    {
        var id = await MakeAsync("reasoned-2026");
        using var without = await WithdrawAsync(id, "");
        using var unnamed = await curator.SendAsync(HttpMethod.Delete, $"/v1/studies/{id}?reason=x");
        using var old = await curator.SendAsync(HttpMethod.Delete, $"/v1/studies/{id}?reason=x", (byte[]?)null, ("If-Match", "\"reasoned-2026.v7.00000000\""));
        using var unknown = await WithdrawAsync("nobody-1999", "?reason=x");

        Assert.Equal([400, 428, 412, 404], new[] { without, unnamed, old, unknown }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task A_second_withdrawal_finds_it_gone()
    {
        var id = await MakeAsync("gone-2026");
        using var first = await WithdrawAsync(id, "?reason=x");
        using var second = await WithdrawAsync(id, "?reason=x");

        Assert.Equal([200, 410], new[] { first, second }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task A_dry_run_warns_of_the_claims_that_have_the_study_among_their_evidence()
    {
        using var response = await WithdrawAsync("zarate-2006", "?reason=x&dryRun=true");

        Assert.Contains("onset-within-hours", (await response.JsonAsync()).GetProperty("warnings").ToString(), StringComparison.Ordinal);
        Assert.NotNull((await curator.ReadAsync("zarate-2006")).Study);
    }

    private Task<HttpResponseMessage> WithdrawAsync(string id, string query) =>
        curator.SendAsync(HttpMethod.Delete, $"/v1/studies/{id}{query}", (byte[]?)null, ("If-Match", "*"));

    private async Task<long> NewestAsync() => (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0].GetProperty("number").GetInt64();

    private async Task<string> MakeAsync(string id)
    {
        using var made = await curator.PutAsync((await curator.ReadAsync("murrough-2013")).Study with { Id = id }, null);
        Assert.Equal(201, (int)made.StatusCode);
        return id;
    }
}
