using System.Globalization;
using Evidence.Catalogue;
using Evidence.Formats.Problems;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Layout;

/// <summary>What a page with forms shows, the hidden field of its forms, and who is signed in.</summary>
/// <typeparam name="TContent">What the page shows.</typeparam>
/// <param name="content">What the page shows.</param>
/// <param name="curator">The curator who is signed in; null if nobody is.</param>
/// <param name="issueToken">Issues the value of the hidden field.</param>
public sealed class FormModel<TContent>(TContent content, CuratorSession? curator, Func<string> issueToken)
{
    /// <summary>What the page shows.</summary>
    public TContent Content => content;

    /// <summary>The curator who is signed in; null if nobody is.</summary>
    public CuratorSession? Curator => curator;

    /// <summary>Value of the hidden field. A page that never asks for it sets no cookie.</summary>
    public string Token => field ??= issueToken();
}

/// <summary>Responds with pages that are of one browser only, because they have forms to post or show who is signed in: they are stored nowhere.</summary>
public sealed class FormPages(Pages pages, IAntiforgery antiforgery, EvidenceDatabase database)
{
    private const string SignedOut = "You are not signed in any more, and nothing was written. Sign in, go back, and send the form again.";

    /// <summary>Responds with the page.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TContent">What the page shows.</typeparam>
    public Task<IResult> RespondAsync<TPage, TContent>(HttpContext http, TContent content, CuratorSession? curator, int status = StatusCodes.Status200OK)
        where TPage : FormatAddress<FormModel<TContent>>
    {
        var model = new FormModel<TContent>(content, curator, () => antiforgery.GetAndStoreTokens(http).RequestToken!);
        return pages.RespondUncachedAsync<TPage, FormModel<TContent>>(http, model, status);
    }

    /// <summary>Responds with the page of a form that was refused, with the status that the API gives to the error.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TContent">What the page shows: what was typed, and what is wrong beside each field.</typeparam>
    public Task<IResult> RespondRefusedAsync<TPage, TContent>(HttpContext http, TContent content, CuratorSession? curator, Error error)
        where TPage : FormatAddress<FormModel<TContent>>
    {
        if (error.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return RespondAsync<TPage, TContent>(http, content, curator, Problem.FromError(error).Status);
    }

    /// <summary>Responds with the page of an error.</summary>
    public Task<IResult> RespondErrorAsync(HttpContext http, Error error) => pages.RespondErrorAsync(http, error);

    /// <summary>Parses the query and responds to it, or with the page of what is wrong with it.</summary>
    public async Task<IResult> RespondAsync(HttpContext http, IReadOnlyList<Parameter> parameters, Func<QueryValues, Task<IResult>> respond)
    {
        var values = await ReadQuery.ParseValuesAsync(database, http.Request.QueryString.Value, parameters, http.RequestAborted);
        return values.IsSuccess ? await respond(values.Value) : await pages.RespondErrorAsync(http, values.Error);
    }

    /// <summary>
    /// Responds to a curator. If nobody is signed in, a reader is led to the page for it, and a form is refused so that the browser can go back to
    /// what was typed.
    /// </summary>
    public async Task<IResult> RespondToCuratorAsync(HttpContext http, Func<CuratorSession, Task<IResult>> respond)
    {
        if (await CuratorCookie.FindAsync(http) is { } curator)
            return await respond(curator);
        return HttpMethods.IsPost(http.Request.Method)
            ? await pages.RespondErrorAsync(http, new Error(ErrorKind.Unauthenticated, SignedOut))
            : RedirectTo($"/sign-in?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
    }

    /// <summary>Parses the query of a curator and responds to it, or with the page of what is wrong with it.</summary>
    public Task<IResult> RespondToCuratorAsync(HttpContext http, IReadOnlyList<Parameter> parameters, Func<CuratorSession, QueryValues, Task<IResult>> respond) =>
        RespondToCuratorAsync(http, curator => RespondAsync(http, parameters, values => respond(curator, values)));

    /// <summary>Leads on to another page after a form was accepted, so that loading the page again does not post again.</summary>
    public static IResult RedirectTo(string address) => new SeeOther(address);

    /// <summary>A redirect to an address that is escaped already; the framework's would escape it again.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.Headers.Location = address;
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        }
    }
}
