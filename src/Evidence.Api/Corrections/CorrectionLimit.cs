using System.Globalization;
using System.Threading.RateLimiting;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Corrections;

/// <summary>
/// Bounds how many corrections one client may report in an hour of the clock: anybody may, so that it holds even where the operator limits
/// nothing else. Each process counts for itself.
/// </summary>
public sealed class CorrectionLimit : IDisposable
{
    /// <summary>The setting, <c>Evidence__CorrectionsPerHour</c>.</summary>
    public const string Setting = "Evidence:CorrectionsPerHour";

    /// <summary>Most corrections that may wait for a decision.</summary>
    public const int MostUndecided = 1000;

    private const int MostUnlessSet = 20;
    private const int SecondsOfHour = 3600;

    private readonly PartitionedRateLimiter<RateLimits.Window> limiter;
    private readonly int most;

    private CorrectionLimit(int most) => (this.most, limiter) = (most, RateLimits.MakeLimiter(most, SecondsOfHour));

    /// <summary>The limit that the setting says.</summary>
    public static CorrectionLimit Of(IConfiguration settings) => new(RateLimits.MostOf(settings[Setting], Setting) ?? MostUnlessSet);

    /// <summary>Counts one more of the client; gives the problem (429) where it is one too many.</summary>
    public Problem? Take(HttpContext http, DateTimeOffset now)
    {
        var (window, seconds) = RateLimits.Window.At(http, now, SecondsOfHour);
        using var lease = limiter.AttemptAcquire(window);
        return lease.IsAcquired
            ? null
            : Refusal(http, seconds, $"One client may report {most} corrections an hour. Send the next in {seconds} seconds; many errors of one record fit in a note.");
    }

    /// <summary>The problem where too many wait for a decision already.</summary>
    public static Problem TooManyWait(HttpContext http) =>
        Refusal(http, SecondsOfHour, $"{MostUndecided} corrections wait for a decision, and no more are taken until curators have decided some. Try again later.");

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    private static Problem Refusal(HttpContext http, long seconds, string detail)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ProblemTypes.TooManyRequests.With(detail);
    }
}
