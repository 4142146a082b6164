using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Explorer.SignIn;

/// <summary>POST /sign-in: takes a key, and gives the browser a session in its place.</summary>
public static class PostSignIn
{
    /// <summary>Signs in, or shows the form again with what is wrong.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, KeyAuthentication keys, SignInLimit limit, TimeProvider clock)
    {
        var (key, next) = (http.Request.Form["key"].ToString().Trim(), GetSignIn.Local(http.Request.Form["next"]));
        if (!limit.Take(http))
        {
            http.Response.Headers.RetryAfter = "60";
            await AgainAsync(http, next, $"That was more than {SignInLimit.Most} tries in a minute. Wait a minute, then try again.", StatusCodes.Status429TooManyRequests);
            return;
        }

        var (principal, fault) = await keys.PrincipalAsync(key, http.RequestAborted);
        if (principal is null)
        {
            await AgainAsync(http, next, key.Length == 0 ? "No key was given." : fault!, StatusCodes.Status401Unauthorized);
            return;
        }

        var token = await database.WriteAsync(
            (transaction, cancel) => Sessions.BeginAsync(transaction.Connection!, KeyText.Read(key)!.Id, clock.GetUtcNow(), cancel), _ => true, http.RequestAborted);
        SiteCookie.Session.Set(http, token, Sessions.Life);
        FormAnswer.LeadTo(http, next);
    }

    private static Task AgainAsync(HttpContext http, string next, string fault, int status) =>
        FormAnswer.SendAsync<SignInPage, SignInModel>(http, new SignInModel(next, fault), null, status);
}
