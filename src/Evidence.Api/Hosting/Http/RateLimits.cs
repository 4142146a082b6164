using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Evidence.Api.Hosting.Database;

namespace Evidence.Api.Hosting.Http;

/// <summary>
/// Bounds how many requests one client may send in a minute of the clock, where the operator asks for it, and says so in every answer
/// (IETF draft-ietf-httpapi-ratelimit-headers). Whoever watches over the service is never refused.
/// </summary>
public static class RateLimits
{
    /// <summary>The setting, <c>Evidence__RequestsPerMinute</c>; without it nothing is bounded.</summary>
    public const string Setting = "Evidence:RequestsPerMinute";

    private const string PolicyName = "minute";
    private const int SecondsOfWindow = 60;
    private const int NetworkBytesOfIPv6 = 8;

    /// <summary>Puts the limit before everything that costs something.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        if (MostOf(app.Configuration[Setting]) is not { } most)
            return;
        var limiter = MakeLimiter(most, SecondsOfWindow);
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        app.Use((http, next) => LimitAsync(http, next, limiter, most, time.GetUtcNow()));
    }

    /// <summary>The requests that a setting allows in its window; nothing where it is not set.</summary>
    /// <exception cref="StartupException">The setting is no whole number above zero.</exception>
    public static int? MostOf(string? setting, string name = Setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return null;
        return int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
            ? most
            : throw new StartupException(
                $"{name.Replace(":", "__", StringComparison.Ordinal)} is '{setting}'; it takes a whole number from 1 to {int.MaxValue}, or is left out.");
    }

    /// <summary>Who is counted as one client: an IPv4 address, or the network of an IPv6 address, of which one client has every address.</summary>
    public static string ClientOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytesOfIPv6))
            : address.ToString();
    }

    private static async Task LimitAsync(
        HttpContext http, RequestDelegate next, PartitionedRateLimiter<Window> limiter, int most, DateTimeOffset now)
    {
        if (http.Request.Path.StartsWithSegments("/health"))
        {
            await next(http);
            return;
        }

        var (window, seconds) = Window.At(http, now, SecondsOfWindow);
        using var lease = limiter.AttemptAcquire(window);
        Announce(http, most, limiter.GetStatistics(window)?.CurrentAvailablePermits ?? 0, seconds);
        if (lease.IsAcquired)
            await next(http);
        else
            await RefuseAsync(http, most, seconds);
    }

    /// <summary>The headers are set when the answer begins, so that an outage, which clears what was set before, has them too.</summary>
    private static void Announce(HttpContext http, int most, long remaining, long seconds) =>
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["RateLimit-Policy"] = $"\"{PolicyName}\";q={most};w={SecondsOfWindow}";
            http.Response.Headers["RateLimit"] = $"\"{PolicyName}\";r={remaining};t={seconds}";
            return Task.CompletedTask;
        });

    private static Task RefuseAsync(HttpContext http, int most, long seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Answer.ProblemAsync(http, ProblemTypes.TooManyRequests.With(
            $"One client may send {most} requests a minute. Send the next in {seconds} seconds; a list takes fewer requests with limit=1000, or as one CSV."));
    }

    /// <summary>Counts the requests of each client in each window of the clock.</summary>
    public static PartitionedRateLimiter<Window> MakeLimiter(int most, int secondsOfWindow) =>
        PartitionedRateLimiter.Create<Window, Window>(window => RateLimitPartition.GetFixedWindowLimiter(window, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = most,
            QueueLimit = 0,
            // It outlives its window on the clock, then counts as idle and is thrown away.
            Window = TimeSpan.FromSeconds(2 * secondsOfWindow),
        }));

    /// <summary>A client in one window of the clock: its limiter is new with every window, so the end of the quota is known to the second.</summary>
    public sealed record Window(string Client, long Number)
    {
        /// <summary>The window that a request falls into, and the seconds that are left of it.</summary>
        public static (Window Window, long SecondsLeft) At(HttpContext http, DateTimeOffset now, int secondsOfWindow)
        {
            var second = now.ToUnixTimeSeconds();
            return (new Window(ClientOf(http.Connection.RemoteIpAddress), second / secondsOfWindow), secondsOfWindow - (second % secondsOfWindow));
        }
    }
}
