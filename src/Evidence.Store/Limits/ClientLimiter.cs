using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Evidence.Store.Limits;

/// <summary>Counts what each client does in windows of the clock. Each process counts for itself.</summary>
public sealed class ClientLimiter(int max, int secondsOfWindow) : IDisposable
{
    private const int NetworkBytesOfIPv6 = 8;

    private readonly PartitionedRateLimiter<Window> limiter = PartitionedRateLimiter.Create<Window, Window>(window =>
        RateLimitPartition.GetFixedWindowLimiter(window, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = max,
            QueueLimit = 0,
            // It outlives its window on the clock, then counts as idle and is removed.
            Window = TimeSpan.FromSeconds(2 * secondsOfWindow),
        }));

    /// <summary>Maximum of one client in one window.</summary>
    public int Max => max;

    /// <summary>Counts one more; says whether it is within the maximum, how many remain and when the window ends.</summary>
    public Permit Take(IPAddress? client, DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        var window = new Window(GetClient(client), second / secondsOfWindow);
        using var lease = limiter.AttemptAcquire(window);
        return new Permit(
            lease.IsAcquired,
            limiter.GetStatistics(window)?.CurrentAvailablePermits ?? 0,
            TimeSpan.FromSeconds(secondsOfWindow - (second % secondsOfWindow)));
    }

    /// <summary>Returns who is counted as one client: an IPv4 address, or the network of an IPv6 address, of which one client has every address.</summary>
    public static string GetClient(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytesOfIPv6))
            : address.ToString();
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    /// <summary>A client in one window of the clock: its limiter is new with every window, so the end of the quota is known to the second.</summary>
    private sealed record Window(string Client, long Number);
}

/// <summary>What counting one more came to.</summary>
/// <param name="IsGranted">Whether it is within the maximum.</param>
/// <param name="Remaining">How many remain in the window.</param>
/// <param name="UntilReset">How long the window lasts from now.</param>
public sealed record Permit(bool IsGranted, long Remaining, TimeSpan UntilReset);
