using System.Net.Http.Headers;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Keys;

namespace Evidence.Api.Tests.Http;

public sealed class IdempotentPostTests(EvidenceService service) : IClassFixture<EvidenceService>, IAsyncLifetime
{
    private const string Body = """{"name": "Ada", "role": "curator"}""";
    private Curator admin = null!;

    public async Task InitializeAsync() => admin = await Curator.OfAsync(service.Client, service.ConnectionString, Roles.Admin);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_same_key_and_body_gives_the_first_answer_and_does_nothing_more()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await PostAsync(Body, key);
        var before = await CountAsync();
        using var second = await PostAsync(Body, key);

        Assert.Equal([201, 201], new[] { first, second }.Select(response => (int)response.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Header("Location"), second.Header("Location"));
        Assert.Equal((null, "true"), (first.Header("Idempotent-Replayed"), second.Header("Idempotent-Replayed")));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Another_body_with_the_key_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await PostAsync(Body, key);
        using var second = await PostAsync(Body.Replace("Ada", "Grace", StringComparison.Ordinal), key);

        Assert.Equal(422, (int)second.StatusCode);
        Assert.Equal("urn:evidence:problem:idempotency-key-reused", (await second.JsonAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_refused_request_is_not_kept()
    {
        var key = Guid.NewGuid().ToString();
        using var refused = await PostAsync("""{"name": "", "role": "curator"}""", key);
        using var mended = await PostAsync(Body, key);

        Assert.Equal([422, 201], new[] { refused, mended }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task Ten_at_once_with_one_key_do_it_once()
    {
        var key = Guid.NewGuid().ToString();
        var before = await CountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(Body, key)));

        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
        Assert.Equal(before + 1, await CountAsync());
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
    }

    [Fact]
    public async Task The_key_of_one_sender_is_not_the_key_of_another()
    {
        var other = await Curator.OfAsync(service.Client, service.ConnectionString, Roles.Admin);
        var key = Guid.NewGuid().ToString();
        using var first = await PostAsync(Body, key);
        using var second = await other.SendAsync(HttpMethod.Post, "/v1/keys", Body, ("Idempotency-Key", key));

        Assert.Null(second.Header("Idempotent-Replayed"));
        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_first_answer_is_given_again_however_the_header_spells_the_scheme()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await PostAsync(Body, key);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/keys", UriKind.Relative)) { Content = new StringContent(Body, new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("Authorization", $"bearer  {admin.Key}");
        request.Headers.Add("Idempotency-Key", key);
        using var second = await service.Client.SendAsync(request);

        Assert.Equal("true", second.Header("Idempotent-Replayed"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Where_no_key_is_needed_the_answer_does_not_hang_on_one()
    {
        const string Report = """{"study": "zarate-2006", "pointer": "/enrolled", "proposed": 17, "source": "A test"}""";
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var anonymous = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/corrections", UriKind.Relative)) { Content = new StringContent(Report, new MediaTypeHeaderValue("application/json")) };
        anonymous.Headers.Add(key.Item1, key.Item2);
        using var first = await service.Client.SendAsync(anonymous);
        using var second = await admin.SendAsync(HttpMethod.Post, "/v1/corrections", Report, key);

        Assert.Equal([201, 201], new[] { first, second }.Select(response => (int)response.StatusCode));
        Assert.Equal("true", second.Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task What_is_kept_holds_no_key_and_ends_after_a_day()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await PostAsync(Body, key);
        var secret = (await first.JsonAsync()).GetProperty("key").GetString()!.Split('_', 3)[2];
        var database = new TestDatabase(service.ConnectionString);
        var kept = string.Join('\n', await database.RowsAsync("select *, encode(answer, 'escape') from idempotent_answer"));
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(key, kept, StringComparison.Ordinal);
        var hours = await database.AskAsync<decimal>("select round(extract(epoch from max(expires_at) - now()) / 3600) from idempotent_answer");
        Assert.Equal(24, hours);

        await database.ExecuteAsync("update idempotent_answer set expires_at = now() - interval '1 second'");
        using var later = await PostAsync(Body, key);

        Assert.Null(later.Header("Idempotent-Replayed"));
        Assert.Equal(1, await database.AskAsync<long>("select count(*) from idempotent_answer"));
    }

    [Fact]
    public async Task A_key_that_is_empty_or_too_long_is_refused()
    {
        using var response = await PostAsync(Body, new string('x', 256));

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("Idempotency-Key", (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    private Task<HttpResponseMessage> PostAsync(string body, string key) =>
        admin.SendAsync(HttpMethod.Post, "/v1/keys", body, ("Idempotency-Key", key));

    private Task<long> CountAsync() => new TestDatabase(service.ConnectionString).AskAsync<long>("select count(*) from api_key");
}
