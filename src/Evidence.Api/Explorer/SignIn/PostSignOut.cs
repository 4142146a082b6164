using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Explorer.SignIn;

/// <summary>POST /sign-out: ends the session, here and for whoever may have copied its cookie.</summary>
public static class PostSignOut
{
    /// <summary>Ends it.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (SiteCookie.Session.Read(http.Request) is { } token)
        {
            await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    await Sessions.EndAsync(transaction.Connection!, token, cancel);
                    return true;
                },
                _ => true,
                http.RequestAborted);
        }

        SiteCookie.Session.Delete(http);
        FormAnswer.LeadTo(http, "/sign-in");
    }
}
