using System.Globalization;
using System.Text;
using Evidence.Catalogue;
using Evidence.Formats.Problems;
using Evidence.Store.Database;
using Evidence.Store.Indexing;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace Evidence.Explorer.Layout;

/// <summary>What a page shows, and the retracted studies that its header warns of.</summary>
/// <typeparam name="TModel">What the page shows.</typeparam>
/// <param name="Model">What the page shows.</param>
/// <param name="Warnings">Studies with a report that is retracted or under an expression of concern.</param>
public sealed record PageContent<TModel>(TModel Model, IEnumerable<RetractionWarning>? Warnings = null);

/// <summary>
/// Responds with pages: the query is parsed as the API does, the model comes from the operations that the API calls, and the component is rendered
/// to HTML once and cached, because a page follows from its address and revision.
/// </summary>
public sealed class Pages(EvidenceDatabase database, IMemoryCache cache, IServiceProvider services, ILoggerFactory log)
{
    /// <summary>
    /// A browser may load only this service's own style, script and pictures. There is no inline style or script, which is why plots inside a page
    /// leave their own rules behind and take those of the style sheet.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The <c>Cache-Control</c> of a response that never changes.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    private const string ContentType = "text/html; charset=utf-8";

    private static readonly Guid BuildId = Build.Combine(typeof(Pages), typeof(Plots.Drawing.Svg), typeof(Build), typeof(Study), typeof(Synthesis.Effects.EffectRow));

    /// <summary>Responds with the page of a model that follows from the query and its revision.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TModel">What the component shows.</typeparam>
    /// <param name="http">The request.</param>
    /// <param name="parameters">The query parameters that the page takes.</param>
    /// <param name="find">Finds the model.</param>
    /// <param name="refuse">Of a page with a form: the model of a question that is refused, with the error beside its field; null for other pages.</param>
    public async Task<IResult> RespondAsync<TPage, TModel>(
        HttpContext http,
        IReadOnlyList<Parameter> parameters,
        Func<ReadQuery, CancellationToken, Task<Result<PageContent<TModel>>>> find,
        Func<Error, TModel>? refuse = null)
        where TPage : FormatAddress<TModel>
    {
        if (TidyAddress(http.Request) is { } tidied)
            return Redirect(tidied);
        var query = await ReadQuery.ParseAsync(database, http.Request.QueryString.Value, parameters, http.RequestAborted);
        if (!query.IsSuccess)
            return await RefuseAsync<TPage, TModel>(http, PageFrame.WithoutCatalogue(http), query.Error, refuse);
        var read = query.Value;
        var etag = read.ETag(BuildId, http.Request.Path, read.IsPinned ? "html-pinned" : "html");
        if (EntityTag.Matches(http.Request.Headers.IfNoneMatch, etag))
            return NotModified(http, read, parameters, etag);

        if (!cache.TryGetValue(etag, out CachedPage? page) || page is null)
        {
            var content = await find(read, http.RequestAborted);
            if (!content.IsSuccess)
                return await RefuseAsync<TPage, TModel>(http, PageFrame.FromRefusedQuery(http, read), content.Error, refuse);
            page = new CachedPage(
                await RenderAsync<TPage, TModel>(PageFrame.FromQuery(http, read), content.Value.Model), EvidenceWarning.Write(content.Value.Warnings ?? []));
            cache.Set(etag, page, new MemoryCacheEntryOptions { Size = page.Body.Length });
        }

        SetRevisionHeaders(http, read, parameters, etag);
        SetWarning(http, page.Warning);
        return Html(http, page.Body, StatusCodes.Status200OK);
    }

    /// <summary>Responds with a text that follows from the query, its revision and the address of this service, which is why it is not cached here.</summary>
    /// <param name="http">The request.</param>
    /// <param name="parameters">The query parameters that the text takes.</param>
    /// <param name="fileName">Name of the file in which a browser saves the text.</param>
    /// <param name="find">Makes the text.</param>
    public async Task<IResult> RespondTextAsync(
        HttpContext http, IReadOnlyList<Parameter> parameters, string fileName, Func<ReadQuery, CancellationToken, Task<Result<PageContent<string>>>> find)
    {
        var query = await ReadQuery.ParseAsync(database, http.Request.QueryString.Value, parameters, http.RequestAborted);
        if (!query.IsSuccess)
            return await RespondErrorAsync(http, query.Error);
        var etag = query.Value.ETag(BuildId, http.Request.Path, fileName);
        if (EntityTag.Matches(http.Request.Headers.IfNoneMatch, etag))
            return NotModified(http, query.Value, parameters, etag);
        var text = await find(query.Value, http.RequestAborted);
        if (!text.IsSuccess)
            return await RespondErrorAsync(http, text.Error);
        SetRevisionHeaders(http, query.Value, parameters, etag);
        SetWarning(http, EvidenceWarning.Write(text.Value.Warnings ?? []));
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{fileName}\"";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(text.Value.Model), "text/plain; charset=utf-8");
    }

    /// <summary>Responds with a page that is of one browser only, because it has forms to post or shows who is signed in: it is stored nowhere.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TModel">What the component shows.</typeparam>
    public async Task<IResult> RespondUncachedAsync<TPage, TModel>(HttpContext http, TModel model, int status = StatusCodes.Status200OK)
        where TPage : FormatAddress<TModel>
    {
        var body = await RenderAsync<TPage, TModel>(PageFrame.WithoutCatalogue(http), model);
        http.Response.Headers.CacheControl = "no-store";
        return Html(http, body, status);
    }

    /// <summary>
    /// Responds with the page of an error, or with a problem document if a program asks. The page asks no database, because that may be what is
    /// unreachable.
    /// </summary>
    public async Task<IResult> RespondErrorAsync(HttpContext http, Error error)
    {
        var problem = Problem.FromError(error);
        if (!PageEndpoint.IsForPeople(http))
        {
            SetErrorHeaders(http, error);
            http.Response.StatusCode = problem.Status;
            return TypedResults.Bytes(CatalogueJson.Write(problem), "application/problem+json");
        }

        var body = await RenderAsync<ProblemPage, Problem>(PageFrame.WithoutCatalogue(http), problem);
        SetErrorHeaders(http, error);
        return Html(http, body, problem.Status);
    }

    private async Task<IResult> RefuseAsync<TPage, TModel>(HttpContext http, PageFrame frame, Error error, Func<Error, TModel>? refuse)
        where TPage : FormatAddress<TModel>
    {
        var status = Problem.FromError(error).Status;
        if (refuse is null || status is not (StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity))
            return await RespondErrorAsync(http, error);
        var body = await RenderAsync<TPage, TModel>(frame, refuse(error));
        SetErrorHeaders(http, error);
        return Html(http, body, status);
    }

    private async Task<byte[]> RenderAsync<TPage, TModel>(PageFrame frame, TModel model)
        where TPage : FormatAddress<TModel>
    {
        await using var renderer = new HtmlRenderer(services, log);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(FormatAddress<TModel>.Frame)] = frame,
            [nameof(FormatAddress<TModel>.Model)] = model,
        });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString()));
    }

    private static FileContentHttpResult Html(HttpContext http, byte[] body, int status)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        http.Response.StatusCode = status;
        return TypedResults.Bytes(body, ContentType);
    }

    private static void SetRevisionHeaders(HttpContext http, ReadQuery read, IReadOnlyList<Parameter> parameters, string etag)
    {
        var headers = http.Response.Headers;
        headers.ETag = etag;
        headers.CacheControl = read.IsPinned ? Immutable : "no-cache";
        headers["Catalogue-Revision"] = read.Revision.ToString(CultureInfo.InvariantCulture);
        if (!read.IsPinned || read.Release is not null)
        {
            var parameter = parameters.Contains(RevisionParameters.Revision) ? RevisionParameters.Revision : RevisionParameters.To;
            headers.ContentLocation = PinnedAddress.Create(http.Request.Path, http.Request.QueryString.Value, parameter.Name, read.Revision);
        }
    }

    private static StatusCodeHttpResult NotModified(HttpContext http, ReadQuery read, IReadOnlyList<Parameter> parameters, string etag)
    {
        SetRevisionHeaders(http, read, parameters, etag);
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static void SetWarning(HttpContext http, string warning)
    {
        if (warning.Length > 0)
            http.Response.Headers[EvidenceWarning.Header] = warning;
    }

    private static void SetErrorHeaders(HttpContext http, Error error)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (error.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static TemporaryRedirect Redirect(string address) => new(address);

    /// <summary>A form sends its empty fields too; an address omits what was left empty. Returns null if the address has no empty field.</summary>
    private static string? TidyAddress(HttpRequest request)
    {
        var pairs = (request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var filled = pairs.Where(pair => !pair.EndsWith('=') || pair.Length == 1).ToList();
        if (filled.Count == pairs.Length)
            return null;
        var query = filled.Count > 0 ? "?" + string.Join('&', filled) : "";
        return request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + query;
    }

    /// <summary>A redirect to an address that is escaped already; the framework's would escape it again.</summary>
    private sealed class TemporaryRedirect(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.Headers.Location = address;
            httpContext.Response.StatusCode = StatusCodes.Status302Found;
            return Task.CompletedTask;
        }
    }

    private sealed record CachedPage(byte[] Body, string Warning);
}
