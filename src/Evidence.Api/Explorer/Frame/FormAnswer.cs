using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Explorer.Frame;

/// <summary>A page with forms: what it shows, the hidden field of its forms, and who is signed in.</summary>
/// <typeparam name="TContent">What it shows.</typeparam>
/// <param name="http">The request.</param>
/// <param name="content">What it shows.</param>
/// <param name="curator">Who is signed in; nothing where nobody is.</param>
public sealed class Desk<TContent>(HttpContext http, TContent content, SignedIn? curator)
{
    /// <summary>What it shows.</summary>
    public TContent Content => content;

    /// <summary>Who is signed in; nothing where nobody is.</summary>
    public SignedIn? Curator => curator;

    /// <summary>Value of the hidden field. A page that never asks for it sets no cookie.</summary>
    public string Token => field ??= FormTokens.Issue(http);
}

/// <summary>Answers pages that are of one browser only, because they have forms to post or show who is signed in: they are kept nowhere.</summary>
public static class FormAnswer
{
    /// <summary>Sends the page.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TContent">What it shows.</typeparam>
    public static async Task SendAsync<TPage, TContent>(HttpContext http, TContent content, SignedIn? curator, int status = StatusCodes.Status200OK)
        where TPage : PageOf<Desk<TContent>>
    {
        PageAnswer.SendHeaders(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = status;
        var desk = new Desk<TContent>(http, content, curator);
        await Answer.BytesAsync(http, Format.Html.ContentType, await PageAnswer.RenderAsync<TPage, Desk<TContent>>(http, PageFrame.WithoutCatalogue(http), desk));
    }

    /// <summary>Leads on to another page after a form was taken, so that loading again does not post again.</summary>
    public static void LeadTo(HttpContext http, string address)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = address;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    /// <summary>Who is signed in; nothing where nobody is.</summary>
    public static async Task<SignedIn?> CuratorAsync(HttpContext http, EvidenceDatabase database)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        return SiteCookie.Session.Read(http.Request) is { } token
            ? await database.ReadAsync((connection, cancel) => Sessions.FindAsync(connection, token, clock.GetUtcNow(), cancel), http.RequestAborted)
            : null;
    }

    /// <summary>Who is signed in; where nobody is, a reader has been led to the page for it, and a form refused without loss of what was typed.</summary>
    public static async Task<SignedIn?> RequireCuratorAsync(HttpContext http, EvidenceDatabase database)
    {
        if (await CuratorAsync(http, database) is { } curator)
            return curator;
        if (HttpMethods.IsPost(http.Request.Method))
            await Answer.ProblemAsync(http, ProblemTypes.Unauthenticated.With("You are not signed in any more, and nothing was written. Sign in, go back, and send the form again."));
        else
            LeadTo(http, $"/sign-in?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        return null;
    }
}
