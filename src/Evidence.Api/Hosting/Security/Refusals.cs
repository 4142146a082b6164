using Evidence.Api.Hosting.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Evidence.Api.Hosting.Security;

/// <summary>What is wrong with the token that a request brought.</summary>
/// <param name="Detail">One sentence that names neither token nor secret.</param>
public sealed record AuthenticationFault(string Detail);

/// <summary>Answers whoever may not: 401 to those whom nobody knows, 403 to those who are known and may not.</summary>
public sealed class Refusals : IAuthorizationMiddlewareResultHandler
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
            await Answer.ProblemAsync(context, ProblemTypes.Forbidden.With($"{Actor.Of(context)} may not do this; it takes the role {SecuritySetup.LeastRole(policy)}."));
        }
        else
        {
            var fault = context.Features.Get<AuthenticationFault>();
            context.Response.Headers.WWWAuthenticate =
                fault is null ? Realm : $"{Realm}, error=\"invalid_token\", error_description=\"{fault.Detail.Replace('"', '\'')}\"";
            await Answer.ProblemAsync(context, ProblemTypes.Unauthenticated.With(
                fault?.Detail ?? "This takes a key: send 'Authorization: Bearer' with the key of a curator or an admin."));
        }
    }
}
