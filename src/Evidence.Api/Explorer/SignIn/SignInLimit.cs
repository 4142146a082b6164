using System.Threading.RateLimiting;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.SignIn;

/// <summary>Bounds how often one client may try to sign in, whatever else the operator limits. Each process counts for itself.</summary>
public sealed class SignInLimit : IDisposable
{
    /// <summary>Tries in a minute.</summary>
    public const int Most = 10;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetFixedWindowLimiter(
        client, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, QueueLimit = 0, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Counts one more try of the client; false where it is one too many.</summary>
    public bool Take(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(RateLimits.ClientOf(http.Connection.RemoteIpAddress));
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();
}
