using Evidence.Api.Hosting.OpenApi;
using Evidence.Api.Hosting.Security;

namespace Evidence.Api.Keys;

/// <summary>What <c>/v1/keys</c> answers; all of it to admins alone.</summary>
public static class KeyRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite("createKey", HttpMethods.Post, "/v1/keys", "Make a key", CreateKey.Handle, Roles.Admin)
            .WithDescription("The key itself is in this answer and nowhere else; what is kept cannot be turned back into it.")
            .Brings<KeyRequest>().AnswersWith<NewApiKey>(201);
        routes.MapWrite("listKeys", HttpMethods.Get, "/v1/keys", "List the keys", ListKeys.Handle, Roles.Admin)
            .WithDescription("Every key that was ever made, oldest first, without what it is proved by.")
            .AnswersWith<KeyList>(200);
        routes.MapWrite("revokeKey", HttpMethods.Delete, "/v1/keys/{id}", "Revoke a key", RevokeKey.Handle, Roles.Admin)
            .WithDescription("From now on the key is refused. What was written with it stays.")
            .AnswersWith<ApiKey>(200).MayFailWith(404);
    }
}
