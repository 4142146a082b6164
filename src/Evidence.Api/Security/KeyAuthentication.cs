using System.Text.Encodings.Web;
using Evidence.Api.Http;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Evidence.Api.Security;

/// <summary>Authenticates the holder of a key of the catalogue by <c>Authorization: Bearer</c>.</summary>
public sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, EvidenceDatabase database, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Find(Request) is not { } token)
            return AuthenticateResult.NoResult();
        var key = await KeyStore.VerifyAsync(database, token, clock.GetUtcNow(), Context.RequestAborted);
        if (key.IsSuccess)
            return AuthenticateResult.Success(new AuthenticationTicket(Actor.CreatePrincipal(Actor.FormatName(key.Value.Name, key.Value.Id), key.Value.Role, Scheme.Name), Scheme.Name));
        Context.Features.Set(new AuthenticationError(key.Error.Message));
        return AuthenticateResult.Fail(key.Error.Message);
    }
}
