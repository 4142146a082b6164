using System.Globalization;
using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Formats;
using Evidence.Formats.Problems;

namespace Evidence.Api.Http;

/// <summary>The response to an operation that failed: a problem (RFC 9457), or a page where a person reads.</summary>
public sealed class ErrorResponse(Error error) : IResult
{
    private const string ContentType = "application/problem+json";

    /// <summary>Headers that describe a successful response, and so no problem.</summary>
    private static readonly string[] SuccessHeaders = ["ETag", "Link", "Content-Location", "Content-Disposition", EvidenceWarning.Header];

    /// <summary>First segments of addresses that programs read.</summary>
    private static readonly string[] ProgramPaths = ["/v1", "/openapi", "/docs", "/health"];

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        foreach (var header in SuccessHeaders)
            httpContext.Response.Headers.Remove(header);
        if (IsForPeople(httpContext))
        {
            var page = await httpContext.RequestServices.GetRequiredService<Pages>().RespondErrorAsync(httpContext, error);
            await page.ExecuteAsync(httpContext);
            return;
        }

        var problem = Problem.FromError(error);
        httpContext.Response.StatusCode = problem.Status;
        httpContext.Response.Headers.CacheControl = "no-store";
        if (error.RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await new ContentResponse(CatalogueJson.Write(problem), ContentType).ExecuteAsync(httpContext);
    }

    /// <summary>A browser names HTML; other clients take anything, or name what they want.</summary>
    private static bool IsForPeople(HttpContext http) =>
        !ProgramPaths.Any(segment => http.Request.Path.StartsWithSegments(segment, StringComparison.Ordinal))
        && (http.GetEndpoint() is not null || http.Request.Headers.Accept.Any(line => (line ?? "").Contains(Format.Html.MediaType, StringComparison.OrdinalIgnoreCase)));
}
