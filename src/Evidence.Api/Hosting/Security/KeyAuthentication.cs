using System.Security.Claims;
using System.Text.Encodings.Web;
using Evidence.Api.Hosting.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Evidence.Api.Hosting.Security;

/// <summary>Knows the holder of a key by <c>Authorization: Bearer</c>.</summary>
public sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, EvidenceDatabase database, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Key";

    private const string Unknown = "The key is not one of this catalogue.";

    /// <summary>Compared with where there is no such key, so that the answer takes as long.</summary>
    private static readonly byte[] NoDigest = new byte[32];

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SecuritySetup.BearerToken(Request) is not { } token)
            return AuthenticateResult.NoResult();
        var (principal, fault) = await PrincipalAsync(token, Context.RequestAborted);
        if (principal is not null)
            return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
        Context.Features.Set(new AuthenticationFault(fault!));
        return AuthenticateResult.Fail(fault!);
    }

    /// <summary>The key that let a request in, however its header spells the scheme; nothing where none did.</summary>
    public static string? KeyOf(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: SchemeName } ? SecuritySetup.BearerToken(http.Request) : null;

    /// <summary>Who holds the key, or what is wrong with it.</summary>
    public async Task<(ClaimsPrincipal? Principal, string? Fault)> PrincipalAsync(string token, CancellationToken cancel)
    {
        if (KeyText.Read(token) is not { } text)
            return (null, Unknown);
        var found = await database.ReadAsync((connection, token) => KeyStore.FindAsync(connection, text.Id, token), cancel);
        if (!text.Proves(found?.Digest ?? NoDigest) || found is not { Key: var key })
            return (null, Unknown);
        var now = clock.GetUtcNow();
        if (key.RevokedAt <= now)
            return (null, $"The key was revoked at {key.RevokedAt:u}.");
        if (key.ExpiresAt <= now)
            return (null, $"The key expired at {key.ExpiresAt:u}.");
        return (Actor.Principal($"{key.Name} (key {key.Id})", key.Role, SchemeName), null);
    }
}
