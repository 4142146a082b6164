namespace Evidence.Api.Hosting.Http;

/// <summary>Addresses of this service, as its client reaches it.</summary>
public static class Links
{
    /// <summary>The address of the request with one parameter set.</summary>
    public static string With(HttpRequest request, string name, string value)
    {
        var others = (request.QueryString.Value ?? "").TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Split('=')[0] != name);
        return To(request, request.Path + "?" + string.Join('&', others.Append($"{name}={Uri.EscapeDataString(value)}")));
    }

    /// <summary>Adds the link to the next page, where there is one.</summary>
    public static void ToNextPage(HttpContext http, string? cursor)
    {
        if (cursor is not null)
            http.Response.Headers.Append("Link", $"<{With(http.Request, "cursor", cursor)}>; rel=\"next\"");
    }

    /// <summary>An absolute address; a relative one where the client did not say by which name it reached the service (HTTP/1.0).</summary>
    public static string To(HttpRequest request, string pathAndQuery) =>
        (request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : "") + request.PathBase + Quoted(pathAndQuery);

    /// <summary>The address without the characters that would end it early in a header: clients may send them as they are.</summary>
    public static string Quoted(string address) =>
        address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);
}
