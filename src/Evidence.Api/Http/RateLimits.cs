using Evidence.Catalogue;
using Evidence.Store.Limits;
using Microsoft.Extensions.Options;

namespace Evidence.Api.Http;

/// <summary>
/// Limits how many requests one client may send in a minute of the clock, if the operator asks for it, and says so in every response
/// (IETF draft-ietf-httpapi-ratelimit-headers). Health checks are never refused.
/// </summary>
public static class RateLimits
{
    private const string PolicyName = "minute";
    private const int SecondsOfWindow = 60;

    /// <summary>Adds the limit before everything that costs something.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<EvidenceOptions>>().Value.RequestsPerMinute is not { } max)
            return;
        var limiter = new ClientLimiter(max, SecondsOfWindow);
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        app.Use((http, next) => LimitAsync(http, next, limiter, time.GetUtcNow()));
    }

    private static async Task LimitAsync(HttpContext http, RequestDelegate next, ClientLimiter limiter, DateTimeOffset now)
    {
        if (http.Request.Path.StartsWithSegments("/health"))
        {
            await next(http);
            return;
        }

        var permit = limiter.Take(http.Connection.RemoteIpAddress, now);
        var seconds = (long)permit.UntilReset.TotalSeconds;
        Announce(http, limiter.Max, permit.Remaining, seconds);
        if (permit.IsGranted)
            await next(http);
        else
            await new ErrorResponse(TooMany(limiter.Max, permit.UntilReset)).ExecuteAsync(http);
    }

    /// <summary>The headers are set when the response begins, so that an outage, which clears what was set before, has them too.</summary>
    private static void Announce(HttpContext http, int max, long remaining, long seconds) =>
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["RateLimit-Policy"] = $"\"{PolicyName}\";q={max};w={SecondsOfWindow}";
            http.Response.Headers["RateLimit"] = $"\"{PolicyName}\";r={remaining};t={seconds}";
            return Task.CompletedTask;
        });

    private static Error TooMany(int max, TimeSpan wait) => new(
        ErrorKind.TooManyRequests,
        $"One client may send {max} requests a minute. Send the next in {wait.TotalSeconds} seconds; a list takes fewer requests with limit=1000, or as one CSV.")
    {
        RetryAfter = wait,
    };
}
