using System.Text;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Evidence.Api.Explorer.Frame;

/// <summary>
/// Answers a page: the query read and refused as the API does, the model found by the API's own queries, the component rendered to HTML once and
/// kept with the other computed answers, because a page follows from its address and revision like any of them.
/// </summary>
public static class PageAnswer
{
    /// <summary>
    /// Nothing may load but this service's own style, script and pictures. There is no inline style or script, which is why plots inside a page
    /// leave their own rules behind and take those of the style sheet.
    /// </summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sends the page of what <paramref name="find"/> gives; where it gives nothing, it has sent a problem instead.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    public static async Task SendAsync<TPage, TModel>(
        HttpContext http, EvidenceDatabase database, IReadOnlyList<Parameter> parameters, Func<ReadRequest, Task<TModel?>> find)
        where TPage : PageOf<TModel>
        where TModel : class
    {
        SendHeaders(http);
        if (SendTidied(http))
            return;
        var cache = http.RequestServices.GetRequiredService<AnswerCache>();
        await cache.SendAsync(http, database, Format.Html, parameters, find,
            (request, model) => RenderAsync<TPage, TModel>(http, PageFrame.Of(http, request), model));
    }

    /// <summary>The page of a problem, in the same frame; of a page with a form the form itself, with what is wrong beside the fields.</summary>
    public static Task<byte[]> RenderProblemAsync(HttpContext http, Problem problem)
    {
        SendHeaders(http);
        if (problem.Status is 400 or 422 && http.GetEndpoint()?.Metadata.GetMetadata<FormPage>() is { } form)
            return form.Render(http, problem);
        return RenderAsync<ProblemPage, Problem>(http, PageFrame.WithoutCatalogue(http), problem);
    }

    /// <summary>A page as it is sent.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    public static async Task<byte[]> RenderAsync<TPage, TModel>(HttpContext http, PageFrame frame, TModel model)
        where TPage : PageOf<TModel>
    {
        var services = http.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(PageOf<TModel>.Frame)] = frame,
            [nameof(PageOf<TModel>.Model)] = model,
        });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString()));
    }

    /// <summary>What a browser may do with a page.</summary>
    public static void SendHeaders(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    /// <summary>A form sends its empty fields too; an address says nothing of what was left empty. Gives true after it has led there.</summary>
    private static bool SendTidied(HttpContext http)
    {
        var pairs = (http.Request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var filled = pairs.Where(pair => !pair.EndsWith('=') || pair.Length == 1).ToList();
        if (filled.Count == pairs.Length)
            return false;
        var query = filled.Count > 0 ? "?" + string.Join('&', filled) : "";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = http.Request.PathBase.ToUriComponent() + http.Request.Path.ToUriComponent() + query;
        http.Response.StatusCode = StatusCodes.Status302Found;
        return true;
    }
}
