namespace Evidence.Api.Hosting.Security;

/// <summary>A cookie that this site alone gets, that no script reads, and that goes with no request another site begins.</summary>
/// <param name="Name">Its name, without what HTTPS puts before it.</param>
public sealed record SiteCookie(string Name)
{
    /// <summary>By which a curator is signed in.</summary>
    public static readonly SiteCookie Session = new("evidence-session");

    /// <summary>What the hidden field of forms is made from.</summary>
    public static readonly SiteCookie Form = new("evidence-form");

    /// <summary>The value; nothing where the request has none.</summary>
    public string? Read(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 } value ? value : null;

    /// <summary>Sets it: for so long, or until the browser is closed.</summary>
    public void Set(HttpContext http, string value, TimeSpan? life = null) =>
        http.Response.Cookies.Append(NameFor(http.Request), value, Options(http.Request, life));

    /// <summary>Takes it away.</summary>
    public void Delete(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request, null));

    /// <summary>Browsers take a name that begins so only from this very host over HTTPS: no neighbour under the same domain can plant one.</summary>
    private string NameFor(HttpRequest request) => request.IsHttps ? "__Host-" + Name : Name;

    private static CookieOptions Options(HttpRequest request, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/", MaxAge = life, IsEssential = true };
}
