using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Hosting.OpenApi;

/// <summary>Maps what is no read of the catalogue: writes, and whatever only some may see.</summary>
public static class WriteRoutes
{
    /// <summary>Maps an operation for those who have at least the role.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="operation">Verb and noun.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path, with its variables.</param>
    /// <param name="summary">What it does, in a few words.</param>
    /// <param name="handle">The operation's own method.</param>
    /// <param name="role">A term of <c>key-role</c>; null where anybody may.</param>
    public static RouteHandlerBuilder MapWrite(
        this IEndpointRouteBuilder routes, string operation, string method, string path, string summary, Delegate handle, string? role)
    {
        var route = routes.MapMethods(path, method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [method], handle)
            .WithName(operation)
            .WithTags(ReadRoutes.TagOf(path))
            .WithSummary(summary)
            .WithMetadata(new EndpointContract([], Format.Json.MediaType, null) { Role = role, IsRepeatable = method == HttpMethods.Post });
        return role is null ? route : route.RequireAuthorization(role);
    }

    /// <summary>Says what the body of the request is.</summary>
    public static RouteHandlerBuilder Brings<T>(this RouteHandlerBuilder route) => route.Change(contract => contract with { Request = typeof(T) });

    /// <summary>Says what the answer is, and with which statuses of success it comes.</summary>
    public static RouteHandlerBuilder AnswersWith<T>(this RouteHandlerBuilder route, params IReadOnlyList<int> statuses) =>
        route.Change(contract => contract with { Body = typeof(T), Successes = statuses });

    /// <summary>Says that the request must name the version that it is about.</summary>
    public static RouteHandlerBuilder NamesItsVersion(this RouteHandlerBuilder route) => route.Change(contract => contract with { IsConditional = true });

    /// <summary>Says which further problems there may be.</summary>
    public static RouteHandlerBuilder MayFailWith(this RouteHandlerBuilder route, params IReadOnlyList<int> statuses) =>
        route.Change(contract => contract with { MoreProblems = statuses });
}
