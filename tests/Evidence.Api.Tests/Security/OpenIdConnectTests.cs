using System.Security.Claims;
using System.Security.Cryptography;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Evidence.Api.Tests.Security;

/// <summary>A real issuer on this machine: its configuration, its keys, and tokens signed by it or by somebody else.</summary>
public sealed class Issuer : IAsyncLifetime
{
    private readonly RSA rsa = RSA.Create(2048);
    private WebApplication? app;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
        app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = "one" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, n = key.N, e = key.E, kid = "one", use = "sig" } } });
        });
        await app.StartAsync();
        Address = app.Urls.First();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        rsa.Dispose();
    }

    /// <summary>A token with the claim <c>roles</c>; by default one that holds.</summary>
    public string Token(string role, string? issuer = null, string audience = "evidence", int minutes = 5, RSA? signer = null, string claim = "roles") =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            Subject = new ClaimsIdentity([new Claim("sub", "u-42"), new Claim("name", "Rosalind Franklin"), new Claim(claim, role)]),
            NotBefore = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-60),
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(minutes),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(signer ?? rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
}

/// <summary>The service with the issuer configured.</summary>
public sealed class ServiceOfIssuer : EvidenceService
{
    public Issuer Issuer { get; } = new();

    protected override IEnumerable<string> Settings => [$"--Evidence:Oidc:Issuer={Issuer.Address}", "--Evidence:Oidc:Audience=evidence"];

    public override async Task InitializeAsync()
    {
        await Issuer.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

public sealed class OpenIdConnectTests(ServiceOfIssuer service) : IClassFixture<ServiceOfIssuer>
{
    [Fact]
    public async Task A_token_of_the_issuer_writes_as_its_holder_and_role()
    {
        var curator = new Curator(service.Client, service.Issuer.Token("curator"));
        var study = (await curator.ReadAsync("zarate-2006")).Study;

        using var made = await curator.PutAsync(study with { Id = "oidc-2026" }, null);
        using var keys = await curator.SendAsync(HttpMethod.Get, "/v1/keys");
        using var keysOfAdmin = await new Curator(service.Client, service.Issuer.Token("admin")).SendAsync(HttpMethod.Get, "/v1/keys");

        Assert.Equal([201, 403, 200], new[] { made, keys, keysOfAdmin }.Select(response => (int)response.StatusCode));
        var revision = (await service.Client.JsonAsync("/v1/revisions?limit=1")).GetProperty("data")[0];
        Assert.Equal("Rosalind Franklin (u-42 at 127.0.0.1)", revision.GetProperty("actor").GetString());
    }

    [Fact]
    public async Task A_token_of_another_issuer_audience_signer_or_time_is_401_and_one_without_a_role_403()
    {
        using var forger = RSA.Create(2048);
        var issuer = service.Issuer;
        string[] tokens =
        [
            issuer.Token("admin", issuer: "http://127.0.0.1:9"), issuer.Token("admin", audience: "another"), issuer.Token("admin", minutes: -10),
            issuer.Token("admin", signer: forger), issuer.Token("reader"), issuer.Token("admin", claim: "groups"), "no.token.atall",
        ];
        var statuses = new List<int>();
        foreach (var token in tokens)
        {
            using var response = await new Curator(service.Client, token).SendAsync(HttpMethod.Get, "/v1/keys");
            statuses.Add((int)response.StatusCode);
            Assert.StartsWith("Bearer realm=\"evidence\"", response.Header("WWW-Authenticate"), StringComparison.Ordinal);
        }

        Assert.Equal([401, 401, 401, 401, 403, 403, 401], statuses);
    }

    [Fact]
    public async Task Keys_of_the_catalogue_are_taken_beside_tokens()
    {
        var admin = await Curator.OfAsync(service.Client, service.ConnectionString, Roles.Admin);

        using var response = await admin.SendAsync(HttpMethod.Get, "/v1/keys");

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public void An_issuer_without_an_audience_stops_the_start()
    {
        var problem = Assert.Throws<StartupException>(() =>
            Program.Build(["--ConnectionStrings:Evidence=Host=nowhere", "--Evidence:Oidc:Issuer=https://login.example.org"]));
        Assert.Contains("Evidence__Oidc__Audience", problem.Message, StringComparison.Ordinal);
    }
}
