using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Layout;

/// <summary>
/// Names cookies of this host. Over HTTPS a name has the prefix <c>__Host-</c>: browsers take such a cookie only from this very host, so that no
/// neighbour under the same domain can plant one.
/// </summary>
internal static class HostCookie
{
    private const string Prefix = "__Host-";

    /// <summary>Returns the name of a cookie for a request.</summary>
    public static string GetName(HttpRequest? request, string name) => request is { IsHttps: true } ? Prefix + name : name;
}

/// <summary>Reads and writes the cookie of an authentication scheme under its name for the request.</summary>
internal sealed class HostCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager chunks = new();

    /// <inheritdoc />
    public string? GetRequestCookie(HttpContext context, string key) => chunks.GetRequestCookie(context, HostCookie.GetName(context.Request, key));

    /// <inheritdoc />
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        chunks.AppendResponseCookie(context, HostCookie.GetName(context.Request, key), value, options);

    /// <inheritdoc />
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        chunks.DeleteCookie(context, HostCookie.GetName(context.Request, key), options);
}

/// <summary>Builds the cookie of antiforgery, whose options have one name for every request.</summary>
internal sealed class HostCookieBuilder(IHttpContextAccessor accessor) : CookieBuilder
{
    /// <inheritdoc />
    public override string? Name
    {
        get => base.Name is { } name ? HostCookie.GetName(accessor.HttpContext?.Request, name) : null;
        set => base.Name = value;
    }
}
