using Evidence.Formats;

namespace Evidence.Api.OpenApi;

/// <summary>Maps writes, and reads that need a key.</summary>
public static class WriteRoutes
{
    /// <summary>Maps an operation for senders who have at least the role.</summary>
    /// <param name="routes">Where to map.</param>
    /// <param name="operation">Verb and noun.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path, with its variables.</param>
    /// <param name="summary">What it does, in a few words.</param>
    /// <param name="handle">The operation's own method.</param>
    /// <param name="role">A term of <c>key-role</c>; null if no key is needed.</param>
    public static RouteHandlerBuilder MapWrite(
        this IEndpointRouteBuilder routes, string operation, string method, string path, string summary, Delegate handle, string? role)
    {
        var route = routes.MapMethods(path, method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [method], handle)
            .WithName(operation)
            .WithTags(ReadRoutes.FindTag(path))
            .WithSummary(summary)
            .WithMetadata(new EndpointContract([], Format.Json.MediaType, null) { Role = role, IsRepeatable = method == HttpMethods.Post });
        return role is null ? route : route.RequireAuthorization(role);
    }

    /// <summary>Sets the type of the body of the request.</summary>
    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder route) => route.Change(contract => contract with { RequestType = typeof(T) });

    /// <summary>Sets the type of the successful response and its statuses.</summary>
    public static RouteHandlerBuilder Returns<T>(this RouteHandlerBuilder route, params IReadOnlyList<int> statuses) =>
        route.Change(contract => contract with { ResponseType = typeof(T), SuccessStatuses = statuses });

    /// <summary>States that the request must name the version that it is about.</summary>
    public static RouteHandlerBuilder IsConditional(this RouteHandlerBuilder route) => route.Change(contract => contract with { IsConditional = true });

    /// <summary>Sets the statuses of further problems.</summary>
    public static RouteHandlerBuilder MayFailWith(this RouteHandlerBuilder route, params IReadOnlyList<int> statuses) =>
        route.Change(contract => contract with { ProblemStatuses = statuses });
}
