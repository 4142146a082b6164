using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.SignIn;

/// <summary>POST /sign-out: ends the session, in this browser and wherever its cookie may have been copied to.</summary>
public static class PostSignOut
{
    /// <summary>Ends the session and leads to the page for signing in.</summary>
    public static async Task<IResult> Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await CuratorCookie.SignOutAsync(http) is { } token)
            await CuratorSession.EndAsync(database, token, http.RequestAborted);
        return FormPages.RedirectTo("/sign-in");
    }
}
