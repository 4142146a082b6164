using System.Net;
using Evidence.Catalogue;
using Evidence.Store.Limits;

namespace Evidence.Store.Corrections;

/// <summary>
/// Limits how many corrections one client may report in an hour of the clock. Anybody may report, so that it holds even if the operator limits
/// nothing else; the API and the pages share one limit. Each process counts for itself.
/// </summary>
/// <param name="max">Maximum number of corrections of one client in one hour.</param>
public sealed class CorrectionLimit(int max) : IDisposable
{
    private const int SecondsOfHour = 3600;

    private readonly ClientLimiter limiter = new(max, SecondsOfHour);

    /// <summary>Counts one more correction of the client; returns the error if it is one too many, else null.</summary>
    public Error? Take(IPAddress? client, DateTimeOffset now)
    {
        var permit = limiter.Take(client, now);
        if (permit.IsGranted)
            return null;
        var message = FormattableString.Invariant(
            $"One client may report {max} corrections an hour. Send the next in {permit.UntilReset.TotalSeconds:0} seconds; many errors of one record fit in a note.");
        return new Error(ErrorKind.TooManyRequests, message) { RetryAfter = permit.UntilReset };
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();
}
