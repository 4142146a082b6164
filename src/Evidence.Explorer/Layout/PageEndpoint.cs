using Evidence.Formats;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Layout;

/// <summary>Marks an address as a page that people read, so that its errors are pages too.</summary>
public sealed class PageEndpoint
{
    /// <summary>First segments of addresses whose errors are always documents, because programs read them.</summary>
    private static readonly string[] ProgramSegments = ["/v1", "/openapi", "/docs", "/health"];

    /// <summary>Returns whether an error of this request is shown to a person as a page, instead of a problem document.</summary>
    public static bool IsForPeople(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is not null
        || (AcceptsHtml(http.Request) && !ProgramSegments.Any(segment => http.Request.Path.StartsWithSegments(segment, StringComparison.Ordinal)));

    /// <summary>A browser names HTML; other clients take anything, or name what they want.</summary>
    private static bool AcceptsHtml(HttpRequest request) =>
        request.Headers.Accept.Any(line => (line ?? "").Contains(Format.Html.MediaType, StringComparison.OrdinalIgnoreCase));
}
