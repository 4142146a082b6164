using System.Security.Claims;
using Evidence.Api.Hosting.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Evidence.Api.Hosting.Security;

/// <summary>Who may do what: reads are anonymous, writes take a key of the catalogue or, where the operator names an issuer, a token of OpenID Connect.</summary>
public static class SecuritySetup
{
    /// <summary>The scheme that reads <c>Authorization: Bearer</c>, and leaves it to keys or to OpenID Connect.</summary>
    public const string BearerScheme = "Bearer";

    private const string OidcScheme = "OpenIdConnect";
    private const string DefaultRoleClaim = "roles";

    /// <summary>Settings of OpenID Connect: whose tokens are taken, for whom they must be made, and which claim has the role.</summary>
    public const string IssuerSetting = "Evidence:Oidc:Issuer", AudienceSetting = "Evidence:Oidc:Audience", RoleClaimSetting = "Evidence:Oidc:RoleClaim";

    /// <summary>Registers the schemes and what each role may.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var issuer = builder.Configuration[IssuerSetting];
        var hasIssuer = !string.IsNullOrWhiteSpace(issuer);
        var schemes = builder.Services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddPolicyScheme(BearerScheme, null, choice => choice.ForwardDefaultSelector = http =>
                hasIssuer && BearerToken(http.Request) is { } token && !token.StartsWith(KeyText.Prefix, StringComparison.Ordinal) ? OidcScheme : KeyAuthentication.SchemeName);
        if (hasIssuer)
            schemes.AddJwtBearer(OidcScheme, options => Configure(options, new Uri(issuer!), builder.Configuration));
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Roles.Curator, policy => policy.AddAuthenticationSchemes(BearerScheme).RequireRole(Roles.Curator, Roles.Admin))
            .AddPolicy(Roles.Admin, policy => policy.AddAuthenticationSchemes(BearerScheme).RequireRole(Roles.Admin));
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
    }

    /// <summary>The token of <c>Authorization: Bearer</c>; nothing where there is none.</summary>
    public static string? BearerToken(HttpRequest request)
    {
        const string Start = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Start, StringComparison.OrdinalIgnoreCase) ? header[Start.Length..].Trim() : null;
    }

    /// <summary>The least role that a policy takes.</summary>
    public static string LeastRole(AuthorizationPolicy policy) =>
        policy.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles).FirstOrDefault() ?? Roles.Admin;

    private static void Configure(JwtBearerOptions options, Uri issuer, ConfigurationManager settings)
    {
        if (settings[AudienceSetting] is not { Length: > 0 } audience)
            throw new StartupException("Evidence__Oidc__Issuer is set, and Evidence__Oidc__Audience is not: tokens for other services would be taken.");
        options.Authority = issuer.AbsoluteUri;
        options.RequireHttpsMetadata = !issuer.IsLoopback;
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.TokenValidationParameters.ValidIssuers = [issuer.AbsoluteUri, issuer.AbsoluteUri.TrimEnd('/')];
        options.TokenValidationParameters.ValidAudience = audience;
        var roleClaim = settings[RoleClaimSetting] ?? DefaultRoleClaim;
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                context.Principal = PrincipalOf(context.Principal!, issuer, roleClaim);
                return Task.CompletedTask;
            },
            OnAuthenticationFailed = context =>
            {
                context.HttpContext.Features.Set(new AuthenticationFault("The token is not one that this catalogue takes: it is expired, or of another issuer or audience."));
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>A token says who its holder is under several names; the first that people read is taken, never an address of e-mail.</summary>
    private static ClaimsPrincipal PrincipalOf(ClaimsPrincipal token, Uri issuer, string roleClaim)
    {
        var roles = token.FindAll(roleClaim).Select(claim => claim.Value).ToList();
        var role = roles.Contains(Roles.Admin) ? Roles.Admin : roles.Contains(Roles.Curator) ? Roles.Curator : "";
        var name = token.FindFirst("name")?.Value ?? token.FindFirst("preferred_username")?.Value ?? "somebody";
        return Actor.Principal($"{name} ({token.FindFirst("sub")?.Value} at {issuer.Host})", role, OidcScheme);
    }
}
