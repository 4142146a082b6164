using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Http;

/// <summary>How answers and problems are put on the wire.</summary>
public static class Answer
{
    /// <summary>The header that says which revision answered.</summary>
    public const string RevisionHeader = "Catalogue-Revision";

    /// <summary>What may have been said of an answer that then was not given.</summary>
    private static readonly string[] AboutTheAnswer = ["ETag", "Link", "Content-Location", "Content-Disposition", EvidenceWarning.Header];

    /// <summary>Sends a problem, as a page where a person reads it; nothing may have been sent before.</summary>
    public static async Task ProblemAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        foreach (var header in AboutTheAnswer)
            http.Response.Headers.Remove(header);
        if (ProblemPages.For(http) is { } pages)
            await BytesAsync(http, Format.Html.ContentType, await pages.Render(http, problem));
        else
            await BytesAsync(http, "application/problem+json", CatalogueJson.Write(problem));
    }

    /// <summary>Sends a record of the API as JSON.</summary>
    public static Task JsonAsync<T>(HttpContext http, T value) => BytesAsync(http, "application/json", CatalogueJson.Write(value));

    /// <summary>Sends bytes that are ready.</summary>
    public static async Task BytesAsync(HttpContext http, string contentType, ReadOnlyMemory<byte> bytes)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
