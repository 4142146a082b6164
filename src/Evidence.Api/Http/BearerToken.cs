namespace Evidence.Api.Http;

/// <summary>Reads the token of <c>Authorization: Bearer</c>.</summary>
public static class BearerToken
{
    /// <summary>Name of the authentication scheme that verifies keys of the catalogue.</summary>
    public const string KeyScheme = "Key";

    private const string Start = "Bearer ";

    /// <summary>Returns the token, or null if the request has none.</summary>
    public static string? Find(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Start, StringComparison.OrdinalIgnoreCase) ? header[Start.Length..].Trim() : null;
    }

    /// <summary>Returns the key of the catalogue that authenticated the request, however its header spells the scheme; null if none did.</summary>
    public static string? FindKey(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: KeyScheme } ? Find(http.Request) : null;
}
