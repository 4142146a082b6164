using Evidence.Api.Tests.Testing;
using Evidence.Store.Keys;

namespace Evidence.Api.Tests.Keys;

public sealed class KeyTests(EvidenceService service) : IClassFixture<EvidenceService>, IAsyncLifetime
{
    private Curator admin = null!;

    public async Task InitializeAsync() => admin = await Curator.OfAsync(service.Client, service.ConnectionString, Roles.Admin);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_a_digest()
    {
        var made = await MakeAsync("""{"name": "Grace Hopper", "role": "curator"}""");
        var key = made.GetProperty("key").GetString()!;
        var secret = key.Split('_', 3)[2];

        using var list = await admin.SendAsync(HttpMethod.Get, "/v1/keys");

        Assert.DoesNotContain(secret, await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var stored = string.Join('\n', await new TestDatabase(service.ConnectionString).RowsAsync("select * from api_key"));
        Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        Assert.StartsWith("evidence_", key, StringComparison.Ordinal);
        Assert.Equal(43, secret.Length); // 256 bits
    }

    [Fact]
    public async Task A_key_works_until_it_is_revoked()
    {
        var made = await MakeAsync("""{"name": "Ada", "role": "admin"}""");
        var ada = new Curator(service.Client, made.GetProperty("key").GetString()!);
        using var before = await ada.SendAsync(HttpMethod.Get, "/v1/keys");

        using var revoked = await admin.SendAsync(HttpMethod.Delete, $"/v1/keys/{made.GetProperty("id")}");

        using var after = await ada.SendAsync(HttpMethod.Get, "/v1/keys");
        Assert.Equal([200, 200, 401], new[] { before, revoked, after }.Select(response => (int)response.StatusCode));
        Assert.True((await revoked.JsonAsync()).TryGetProperty("revokedAt", out var at));
        Assert.Contains("revoked", after.Header("WWW-Authenticate"), StringComparison.Ordinal);
        using var again = await admin.SendAsync(HttpMethod.Delete, $"/v1/keys/{made.GetProperty("id")}");
        Assert.Equal(at.GetString(), (await again.JsonAsync()).GetProperty("revokedAt").GetString());
    }

    [Fact]
    public async Task An_expired_key_is_told_from_a_wrong_one_only_to_whoever_has_its_secret()
    {
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Admin, DateTimeOffset.UnixEpoch.AddDays(1));
        using var expired = await new Curator(service.Client, key.Key).SendAsync(HttpMethod.Get, "/v1/keys");
        using var guessed = await new Curator(service.Client, key.Key[..^1] + (key.Key[^1] == 'A' ? 'E' : 'A')).SendAsync(HttpMethod.Get, "/v1/keys");
        using var unknown = await new Curator(service.Client, ApiKeyFormat.Create().Format()).SendAsync(HttpMethod.Get, "/v1/keys");

        Assert.Equal([401, 401, 401], new[] { expired, guessed, unknown }.Select(response => (int)response.StatusCode));
        Assert.Contains("expired at 1970-01-02", expired.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal(guessed.Header("WWW-Authenticate"), unknown.Header("WWW-Authenticate"));
        Assert.DoesNotContain("expired", guessed.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Bearer evidence_")]
    [InlineData("Bearer evidence_k7m2xq9fa3tz_")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJyb2xlcyI6ImFkbWluIn0.")]
    public async Task What_is_no_key_is_401_with_the_way_to_send_one(string authorization)
    {
        using var response = await service.Client.AskAsync("/v1/keys", ("Authorization", authorization));

        Assert.Equal(401, (int)response.StatusCode);
        Assert.StartsWith("Bearer realm=\"evidence\"", response.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal("urn:evidence:problem:unauthenticated", (await response.JsonAsync()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"name": "", "role": "curator"}""", "/name")]
    [InlineData("""{"name": "Ada", "role": "curater"}""", "/role")]
    [InlineData("""{"name": "Ada", "role": "curator", "expiresAt": "2001-01-01T00:00:00Z"}""", "/expiresAt")]
    [InlineData("""{"name": "Ada"}""", "")]
    public async Task A_request_that_is_not_valid_is_refused_with_the_place(string body, string pointer)
    {
        using var response = await admin.SendAsync(HttpMethod.Post, "/v1/keys", body);

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Equal(pointer, (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_read_with_a_wrong_key_is_answered_like_any_other()
    {
        using var response = await service.Client.AskAsync("/v1/studies?limit=1", ("Authorization", "Bearer evidence_wrong"));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task No_key_is_in_the_log_however_much_is_logged()
    {
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Admin);
        using var process = ServiceProcess.Start(
            ("ConnectionStrings__Evidence", service.ConnectionString), ("Logging__Console__LogLevel__Default", "Trace"));
        using var client = await process.ReadyAsync();
        var holder = new Curator(client, key.Key);
        using var made = await holder.SendAsync(HttpMethod.Post, "/v1/keys", """{"name": "Logged", "role": "curator"}""", ("Idempotency-Key", "b7b5c3a8-logged"));
        using var wrong = await new Curator(client, key.Key + "x").SendAsync(HttpMethod.Get, "/v1/keys");
        Assert.Equal([201, 401], new[] { made, wrong }.Select(response => (int)response.StatusCode));
        var secrets = new[] { key.Key, (await made.JsonAsync()).GetProperty("key").GetString()! }.Select(text => text.Split('_', 3)[2]).Append("b7b5c3a8-logged");

        await process.SignalAsync("TERM");
        await process.EndedAsync();

        Assert.Contains("/v1/keys", process.Output, StringComparison.Ordinal); // or nothing was logged
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, process.Output + process.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_start_with_a_database_of_its_own_shows_the_key_of_a_curator_once()
    {
        using var folder = new TemporaryFolder();
        string shown;
        using (var first = ServiceProcess.Start(("Evidence__DataFolder", folder.Path)))
        {
            using var client = await first.ReadyAsync();
            shown = Assert.Single(first.Output.Split('\n'), line => line.Contains("evidence_", StringComparison.Ordinal));
            var curator = new Curator(client, shown[shown.IndexOf("evidence_", StringComparison.Ordinal)..].Trim());
            var (study, tag) = await curator.ReadAsync("zarate-2006");
            using var written = await curator.PutAsync(study with { Title = "Written with the first key" }, tag);
            Assert.Equal(200, (int)written.StatusCode);
        }

        using var second = ServiceProcess.Start(("Evidence__DataFolder", folder.Path));
        using var again = await second.ReadyAsync();

        Assert.DoesNotContain("evidence_", second.Output, StringComparison.Ordinal);
        Assert.Contains("Written with the first key", await again.TextAsync("/v1/studies/zarate-2006"), StringComparison.Ordinal);
    }

    private async Task<System.Text.Json.JsonElement> MakeAsync(string body)
    {
        using var response = await admin.SendAsync(HttpMethod.Post, "/v1/keys", body);
        Assert.Equal(201, (int)response.StatusCode);
        return await response.JsonAsync();
    }
}
