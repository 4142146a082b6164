using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Health;

/// <summary>Whether the service is well.</summary>
public sealed record HealthStatus
{
    /// <summary>Always <c>ok</c>; what is not well is a problem.</summary>
    /// <example>ok</example>
    public required string Status { get; init; }

    /// <summary>Newest revision of the catalogue; absent where the database was not asked.</summary>
    /// <example>1</example>
    public long? Revision { get; init; }
}

/// <summary>What <c>/health</c> answers, for whatever watches over the service.</summary>
public static class HealthRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("getLiveness", "/health/live", "Check that the service runs", Live).Answers<HealthStatus>().Takes([]).WithoutDatabase()
            .WithDescription("Answers as long as the process can; the database is not asked.");
        routes.MapRead("getReadiness", "/health/ready", "Check that the service can answer", ReadyAsync).Answers<HealthStatus>().Takes([])
            .WithDescription("Asks the database for the newest revision; 503 while it is away.");
    }

    private static Task Live(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Answer.JsonAsync(http, new HealthStatus { Status = "ok" });
    }

    private static async Task ReadyAsync(HttpContext http, EvidenceDatabase database)
    {
        var (revision, _) = await ReadRequest.StateAsync(database, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await Answer.JsonAsync(http, new HealthStatus { Status = "ok", Revision = revision });
    }
}
