using System.Net;
using Dapper;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Layout;
using Evidence.Explorer.SignIn;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Evidence.Api.Tests.Explorer;

public sealed class SignInTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    public static TheoryData<string> Forms =>
        [.. ((IEndpointRouteBuilder)Program.Build(["--ConnectionStrings:Evidence=Host=nowhere"])).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => !route.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal) && route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(route => route.RoutePattern.RawText!.Replace("{id}", "zarate-2006", StringComparison.Ordinal))];

    [Fact]
    public async Task The_cookie_goes_to_this_site_alone_and_is_not_the_key()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = service.Client.BaseAddress };
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator);
        var fields = Browser.FieldsOf(await client.TextAsync("/sign-in"));
        fields["key"] = key.Key;
        using var form = new FormUrlEncodedContent(fields);

        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("evidence-session=", StringComparison.Ordinal));
        Assert.Equal(["httponly", "max-age=28800", "path=/", "samesite=strict"], cookie.Split("; ").Skip(1).Select(part => part.ToLowerInvariant()).Where(part => !part.StartsWith("expires", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(ApiKeyFormat.Parse(key.Key)!.Secret, cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Id, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_HTTPS_the_cookie_is_secure_and_bound_to_the_host()
    {
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator);

        var cookie = await service.StartSessionAsync(key.Id, "https");

        Assert.StartsWith("__Host-evidence-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_revoked_key_ends_its_sessions_at_the_next_request()
    {
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator);
        using var browser = new Browser(service.Client.BaseAddress!);
        using var signedIn = await browser.SignInAsync(key.Key);
        Assert.Contains($"(key {key.Id})", await browser.TextAsync("/curate"), StringComparison.Ordinal);

        await using (var connection = new NpgsqlConnection(service.ConnectionString))
            await connection.ExecuteAsync("update api_key set revoked_at = now() where key_id = @Id", new { key.Id });

        using var after = await browser.GetAsync("/curate");
        Assert.Equal("/sign-in", after.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copied_cookie_too()
    {
        using var browser = await Browser.SignedInAsync(service);
        using var thief = new Browser(service.Client.BaseAddress!);
        thief.Cookies.Add(browser.Cookies.GetAllCookies());
        using var before = await thief.GetAsync("/curate");

        using var gone = await browser.PostAsync("/sign-out", await browser.FieldsAsync("/curate"));

        using var after = await thief.GetAsync("/curate");
        Assert.Equal(["/curate", "/sign-in"], new[] { before, after }.Select(answer => answer.RequestMessage!.RequestUri!.AbsolutePath));
    }

    [Theory]
    [InlineData("", "No key was given")]
    [InlineData("evidence_aaaaaaaaaaaa_wrong", "The key is not one of this catalogue")]
    [InlineData("evidence_éaaaaaaaaaaa_wrong", "The key is not one of this catalogue")]
    public async Task A_wrong_key_is_refused_beside_its_field(string key, string fault)
    {
        using var browser = new Browser(service.Client.BaseAddress!);

        using var answer = await browser.SignInAsync(key);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Matches($"""aria-describedby="key-error key-hint" aria-invalid="true".*id="key-error">{fault}""", html);
        Assert.DoesNotContain("evidence_aaaaaaaaaaaa_wrong", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\ncut")]
    [InlineData("application/x-www-form-urlencoded", "key=%00")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "key=a")]
    public async Task A_broken_form_is_refused_as_broken(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        using var answer = await service.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_key_with_a_letter_that_no_key_has_is_no_key()
    {
        using var browser = new Browser(service.Client.BaseAddress!);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await browser.FieldsAsync("/sign-in"))
            form.Add(new StringContent(value), $"\"{name}\"");
        form.Add(new StringContent("evidence_a\0aaaaaaaaaa_wrong"), "\"key\"");

        using var answer = await browser.SendAsync("/sign-in", form);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Signing_in_leads_on_to_an_address_in_any_letters()
    {
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator);
        using var browser = new Browser(service.Client.BaseAddress!);

        using var answer = await browser.SignInAsync(key.Key, "/studies?q=Müller");

        Assert.Equal("/studies?q=M%C3%BCller", answer.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public void Nobody_is_led_to_another_site_by_signing_in(string next) => Assert.Equal("/curate", GetSignIn.ToLocalAddress(next));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        using var browser = await Browser.SignedInOnceAsync(service);
        var fields = await browser.FieldsAsync("/curate");

        using var without = await browser.PostAsync(address, new Dictionary<string, string> { ["act"] = "save" });
        using var wrong = await browser.PostAsync(address, fields, (FormFilter.FieldName, new string('A', 43)));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], new[] { without.StatusCode, wrong.StatusCode });
        Assert.Contains("does not come from a page of this site", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

public sealed class SignInLimitTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    [Fact]
    public async Task More_tries_in_a_minute_than_are_allowed_are_refused_even_with_the_right_key()
    {
        var key = await Curator.MakeKeyAsync(service.ConnectionString, Roles.Curator);
        using var browser = new Browser(service.Client.BaseAddress!);
        await BeginMinuteAsync();
        for (var i = 0; i < SignInLimit.Max; i++)
        {
            using var wrong = await browser.SignInAsync("evidence_aaaaaaaaaaaa_wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var right = await browser.SignInAsync(key.Key);

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.NotNull(right.Header("Retry-After"));
    }

    /// <summary>The tries are counted anew with each minute of the clock; the test must not run across that.</summary>
    private static async Task BeginMinuteAsync()
    {
        var second = TimeProvider.System.GetUtcNow().Second;
        if (second > 40)
            await Task.Delay(TimeSpan.FromSeconds(61 - second));
    }
}
