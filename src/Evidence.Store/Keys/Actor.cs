using System.Security.Claims;

namespace Evidence.Store.Keys;

/// <summary>Who sent a request, under the name that revisions keep.</summary>
public static class Actor
{
    /// <summary>Name of a sender who gave no key.</summary>
    public const string Anonymous = "anonymous";

    private const string NameClaim = "evidence:actor";
    private const string RoleClaim = "evidence:role";

    /// <summary>Returns the name of a principal, or <see cref="Anonymous"/> if it has none.</summary>
    public static string GetName(ClaimsPrincipal principal) => principal.FindFirst(NameClaim)?.Value ?? Anonymous;

    /// <summary>Returns the role of a principal, or an empty text if it has none.</summary>
    public static string GetRole(ClaimsPrincipal principal) => principal.FindFirst(RoleClaim)?.Value ?? "";

    /// <summary>Returns the name of the holder of a key: <c>Jane Doe (key k7m2xq9fa3tz)</c>.</summary>
    public static string FormatName(string holder, string keyId) => $"{holder} (key {keyId})";

    /// <summary>Creates the principal of an actor.</summary>
    /// <param name="name">Name of the actor.</param>
    /// <param name="role">A term of <c>key-role</c>; empty if the actor has none.</param>
    /// <param name="scheme">The authentication scheme that knows the actor.</param>
    public static ClaimsPrincipal CreatePrincipal(string name, string role, string scheme) =>
        new(new ClaimsIdentity([new Claim(NameClaim, name), new Claim(RoleClaim, role)], scheme, NameClaim, RoleClaim));
}
