using Evidence.Api.Http;
using Evidence.Catalogue;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Evidence.Api.Security;

/// <summary>Why the token of a request was not accepted.</summary>
/// <param name="Message">One sentence that names neither token nor secret.</param>
public sealed record AuthenticationError(string Message);

/// <summary>Responds to senders who may not do what they ask for: 401 to those who are unknown, 403 to those who are known.</summary>
public sealed class AuthorizationErrors : IAuthorizationMiddlewareResultHandler
{
    private const string Realm = "Bearer realm=\"evidence\"";

    /// <inheritdoc />
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (authorizeResult.Forbidden)
        {
            context.Response.Headers.WWWAuthenticate = $"{Realm}, error=\"insufficient_scope\"";
            await RespondAsync(context, ErrorKind.Forbidden, $"{Actor.GetName(context.User)} may not do this; it takes the role {GetMinimumRole(policy)}.");
        }
        else
        {
            var error = context.Features.Get<AuthenticationError>();
            context.Response.Headers.WWWAuthenticate =
                error is null ? Realm : $"{Realm}, error=\"invalid_token\", error_description=\"{error.Message.Replace('"', '\'')}\"";
            await RespondAsync(
                context, ErrorKind.Unauthenticated, error?.Message ?? "This takes a key: send 'Authorization: Bearer' with the key of a curator or an admin.");
        }
    }

    private static Task RespondAsync(HttpContext http, ErrorKind kind, string message) => new ErrorResponse(new Error(kind, message)).ExecuteAsync(http);

    /// <summary>Returns the lowest role that a policy accepts.</summary>
    private static string GetMinimumRole(AuthorizationPolicy policy) =>
        policy.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles).FirstOrDefault() ?? Roles.Admin;
}
