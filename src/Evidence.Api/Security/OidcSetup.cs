using System.Security.Claims;
using Evidence.Api.Http;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Evidence.Api.Security;

/// <summary>Accepts the tokens of an OpenID Connect issuer beside the keys of the catalogue, if the operator names one.</summary>
internal static class OidcSetup
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "OpenIdConnect";

    /// <summary>Adds the scheme, if the settings name an issuer.</summary>
    public static AuthenticationBuilder AddOidc(this AuthenticationBuilder schemes, OidcOptions settings)
    {
        if (settings.HasIssuer)
            schemes.AddJwtBearer(Scheme, options => Configure(options, new Uri(settings.Issuer!), settings.Audience!, settings.RoleClaim));
        return schemes;
    }

    private static void Configure(JwtBearerOptions options, Uri issuer, string audience, string roleClaim)
    {
        options.Authority = issuer.AbsoluteUri;
        options.RequireHttpsMetadata = !issuer.IsLoopback;
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.TokenValidationParameters.ValidIssuers = [issuer.AbsoluteUri, issuer.AbsoluteUri.TrimEnd('/')];
        options.TokenValidationParameters.ValidAudience = audience;
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                context.Principal = CreatePrincipal(context.Principal!, issuer, roleClaim);
                return Task.CompletedTask;
            },
            OnAuthenticationFailed = context =>
            {
                context.HttpContext.Features.Set(new AuthenticationError("The token is not one that this catalogue takes: it is expired, or of another issuer or audience."));
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Returns the name of the holder of a token: the first of its names that people read, never an address of e-mail.</summary>
    private static ClaimsPrincipal CreatePrincipal(ClaimsPrincipal token, Uri issuer, string roleClaim)
    {
        var roles = token.FindAll(roleClaim).Select(claim => claim.Value).ToList();
        var role = roles.Contains(Roles.Admin) ? Roles.Admin : roles.Contains(Roles.Curator) ? Roles.Curator : "";
        var name = token.FindFirst("name")?.Value ?? token.FindFirst("preferred_username")?.Value ?? "somebody";
        return Actor.CreatePrincipal($"{name} ({token.FindFirst("sub")?.Value} at {issuer.Host})", role, Scheme);
    }
}
