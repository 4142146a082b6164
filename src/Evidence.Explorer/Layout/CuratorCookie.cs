using System.Security.Claims;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Evidence.Explorer.Layout;

/// <summary>
/// The authentication scheme by which pages know a curator: a cookie of ASP.NET Core that holds the token of a <see cref="CuratorSession"/>. It is no
/// default scheme, so that <see cref="HttpContext.User"/> of a page stays anonymous: antiforgery binds a form to the user, and a form that was loaded
/// before the session ended must come through, for what was typed not to be lost.
/// </summary>
public static class CuratorCookie
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "CuratorSession";

    /// <summary>Name of the cookie, without the prefix that it has over HTTPS.</summary>
    public const string CookieName = "evidence-session";

    private const string TokenClaim = "evidence:session";

    /// <summary>Adds the authentication scheme of curators.</summary>
    public static AuthenticationBuilder AddCuratorCookie(this AuthenticationBuilder schemes)
    {
        schemes.Services.AddSingleton<Validation>();
        return schemes.AddCookie(Scheme, options =>
        {
            options.Cookie.Name = CookieName;
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
            options.Cookie.MaxAge = CuratorSession.Lifetime;
            options.CookieManager = new HostCookieManager();
            options.ExpireTimeSpan = CuratorSession.Lifetime;
            options.SlidingExpiration = false;
            options.EventsType = typeof(Validation);
        });
    }

    /// <summary>Returns the curator who is signed in, or null if nobody is.</summary>
    public static async Task<CuratorSession?> FindAsync(HttpContext http) =>
        (await http.AuthenticateAsync(Scheme)).Principal is { } principal ? new CuratorSession(Actor.GetName(principal), Actor.GetRole(principal)) : null;

    /// <summary>Signs a browser in with the token of a session.</summary>
    public static Task SignInAsync(HttpContext http, string token) => http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(TokenClaim, token)], Scheme)));

    /// <summary>Signs a browser out; returns the token of the session, which the caller ends, or null if there was none.</summary>
    public static async Task<string?> SignOutAsync(HttpContext http)
    {
        var token = (await http.AuthenticateAsync(Scheme)).Principal?.FindFirst(TokenClaim)?.Value;
        await http.SignOutAsync(Scheme);
        return token;
    }

    /// <summary>Looks up session and key with every request: a key that was revoked or has expired ends its sessions at once.</summary>
    private sealed class Validation(EvidenceDatabase database, TimeProvider clock) : CookieAuthenticationEvents
    {
        public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
        {
            var token = context.Principal?.FindFirst(TokenClaim)?.Value;
            var session = token is null ? null : await CuratorSession.FindAsync(database, token, clock.GetUtcNow(), context.HttpContext.RequestAborted);
            if (session is null)
            {
                context.RejectPrincipal();
                return;
            }

            var principal = Actor.CreatePrincipal(session.Actor, session.Role, Scheme);
            principal.AddIdentity(new ClaimsIdentity([new Claim(TokenClaim, token!)]));
            context.ReplacePrincipal(principal);
        }
    }
}
