using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Store.Database;
using Evidence.Store.Reads;

namespace Evidence.Api.Health;

/// <summary>Whether the service is well.</summary>
public sealed record HealthStatus
{
    /// <summary>Always <c>ok</c>; what is not well is a problem.</summary>
    /// <example>ok</example>
    public required string Status { get; init; }

    /// <summary>Newest revision of the catalogue; absent if the database was not asked.</summary>
    /// <example>1</example>
    public long? Revision { get; init; }
}

/// <summary>Defines the routes of <c>/health</c>, for monitoring.</summary>
public static class HealthRoutes
{
    /// <summary>Maps the routes of <c>/health</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getLiveness", "/health/live", "Check that the service runs", Live).Returns<HealthStatus>().WithParameters([]).WithoutDatabase()
            .WithDescription("Responds as long as the process can; the database is not asked.");
        routes.MapRead("getReadiness", "/health/ready", "Check that the service can answer", ReadyAsync).Returns<HealthStatus>().WithParameters([])
            .WithDescription("Asks the database for the newest revision; 503 while it is unreachable.");
    }

    private static ContentResponse Live(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return ContentResponse.FromJson(new HealthStatus { Status = "ok" });
    }

    private static async Task<ContentResponse> ReadyAsync(HttpContext http, EvidenceDatabase database)
    {
        var state = await CatalogueState.ReadAsync(database, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return ContentResponse.FromJson(new HealthStatus { Status = "ok", Revision = state.Newest });
    }
}
