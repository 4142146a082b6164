namespace Evidence.Api.Hosting.Http;

/// <summary>Marks an address as a page that people read; its problems are pages too.</summary>
public sealed class PageEndpoint;

/// <summary>How a problem is put before a person: as a page of the explorer, which registers this.</summary>
/// <param name="Render">Makes the page; it asks no database, because that may be what is away.</param>
public sealed record ProblemPages(Func<HttpContext, Problem, Task<byte[]>> Render)
{
    /// <summary>First segments of addresses whose problems are always documents, because programs read them.</summary>
    private static readonly string[] ForPrograms = ["/v1", "/openapi", "/docs", "/health"];

    /// <summary>What renders the problems of this request; nothing where a program reads them.</summary>
    public static ProblemPages? For(HttpContext http) =>
        IsForPeople(http) ? http.RequestServices.GetService<ProblemPages>() : null;

    private static bool IsForPeople(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is not null
        || (NamesHtml(http.Request) && !ForPrograms.Any(segment => http.Request.Path.StartsWithSegments(segment, StringComparison.Ordinal)));

    /// <summary>A browser names HTML; other clients take anything, or name what they want.</summary>
    private static bool NamesHtml(HttpRequest request) =>
        request.Headers.Accept.Any(line => (line ?? "").Contains(Format.Html.MediaType, StringComparison.OrdinalIgnoreCase));
}
