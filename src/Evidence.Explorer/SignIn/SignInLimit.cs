using System.Net;
using Evidence.Catalogue;
using Evidence.Store.Limits;

namespace Evidence.Explorer.SignIn;

/// <summary>Limits how often one client may try to sign in, even if the operator limits nothing else. Each process counts for itself.</summary>
public sealed class SignInLimit : IDisposable
{
    /// <summary>Maximum number of tries in a minute of the clock.</summary>
    public const int Max = 10;

    private const int SecondsOfMinute = 60;

    private readonly ClientLimiter limiter = new(Max, SecondsOfMinute);

    /// <summary>Counts one more try of the client; returns the error if it is one too many, else null.</summary>
    public Error? Take(IPAddress? client, DateTimeOffset now)
    {
        var permit = limiter.Take(client, now);
        return permit.IsGranted
            ? null
            : new Error(ErrorKind.TooManyRequests, $"That was more than {Max} tries in a minute. Wait a minute, then try again.") { RetryAfter = permit.UntilReset };
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();
}
