using System.Security.Claims;

namespace Evidence.Api.Hosting.Security;

/// <summary>Who sent a request, as revisions name them.</summary>
public static class Actor
{
    /// <summary>Who sends a request that needs no key.</summary>
    public const string Anonymous = "anonymous";

    private const string NameClaim = "evidence:actor";
    private const string RoleClaim = "evidence:role";

    /// <summary>Name of whoever sent the request.</summary>
    public static string Of(HttpContext http) => http.User.FindFirst(NameClaim)?.Value ?? Anonymous;

    /// <summary>Somebody with a name and a role.</summary>
    public static ClaimsPrincipal Principal(string name, string role, string scheme) =>
        new(new ClaimsIdentity([new Claim(NameClaim, name), new Claim(RoleClaim, role)], scheme, NameClaim, RoleClaim));
}
