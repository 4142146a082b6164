using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.SignIn;

/// <summary>POST /sign-in: takes a key, and gives the browser a session in its place.</summary>
public static class PostSignIn
{
    /// <summary>Signs in, or responds with the form and what is wrong.</summary>
    public static async Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, SignInLimit limit, TimeProvider clock)
    {
        var next = GetSignIn.ToLocalAddress(http.Request.Form["next"]);
        var key = await VerifyAsync(http, database, limit, clock.GetUtcNow());
        if (!key.IsSuccess)
            return await forms.RespondRefusedAsync<SignInPage, SignInModel>(http, new SignInModel(next, key.Error.Message), null, key.Error);
        await CuratorCookie.SignInAsync(http, await CuratorSession.StartAsync(database, key.Value.Id, clock.GetUtcNow(), http.RequestAborted));
        return FormPages.RedirectTo(next);
    }

    private static async Task<Result<ApiKey>> VerifyAsync(HttpContext http, EvidenceDatabase database, SignInLimit limit, DateTimeOffset now)
    {
        var key = http.Request.Form["key"].ToString().Trim();
        if (limit.Take(http.Connection.RemoteIpAddress, now) is { } tooMany)
            return tooMany;
        return key.Length == 0 ? new Error(ErrorKind.Unauthenticated, "No key was given.") : await KeyStore.VerifyAsync(database, key, now, http.RequestAborted);
    }
}
