using Evidence.Api.Http;
using Evidence.Explorer.Layout;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Evidence.Api.Security;

/// <summary>
/// Says who may do what: reads are anonymous, writes take a key of the catalogue or, if the operator names an issuer, a token of OpenID Connect.
/// Curators at pages have a cookie in place of the key.
/// </summary>
public static class SecuritySetup
{
    /// <summary>Name of the scheme that reads <c>Authorization: Bearer</c> and forwards the token to the scheme of keys or of OpenID Connect.</summary>
    public const string BearerScheme = "Bearer";

    /// <summary>Registers the schemes, the policy of each role and the keys of cookies. The database is registered before, because it starts before.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var oidc = EvidenceOptions.Read(builder.Configuration).Oidc;
        builder.AddKeyRing();
        // No scheme is the default one: each endpoint names the scheme that it takes.
        builder.Services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(BearerToken.KeyScheme, null)
            .AddPolicyScheme(BearerScheme, null, choice => choice.ForwardDefaultSelector = http =>
                oidc.HasIssuer && BearerToken.Find(http.Request) is { } token && !token.StartsWith(ApiKeyFormat.Prefix, StringComparison.Ordinal)
                    ? OidcSetup.Scheme
                    : BearerToken.KeyScheme)
            .AddCuratorCookie()
            .AddOidc(oidc);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Roles.Curator, policy => policy.AddAuthenticationSchemes(BearerScheme).RequireRole(Roles.Curator, Roles.Admin))
            .AddPolicy(Roles.Admin, policy => policy.AddAuthenticationSchemes(BearerScheme).RequireRole(Roles.Admin));
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationErrors>();
    }

    /// <summary>Registers data protection with its keys in the database, so that every process accepts the cookies and forms of the others.</summary>
    private static void AddKeyRing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddHostedService<KeyRingStart>(); // Before AddDataProtection, whose own service would load the ring first.
        builder.Services.AddDataProtection().SetApplicationName("Evidence");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = new KeyRingRepository(ring));
    }
}
