using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace Evidence.Api.Hosting.Database;

/// <summary>Waits for a database that is not up yet; what waiting cannot mend is told at once.</summary>
public static class WaitForDatabase
{
    /// <summary>How long a database may take when no setting says otherwise.</summary>
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(60), MostPatience = TimeSpan.FromDays(1);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(5);

    /// <summary>The patience that a setting gives, in seconds.</summary>
    /// <exception cref="StartupException">It is no such number.</exception>
    public static TimeSpan Patience(string? setting)
    {
        if (string.IsNullOrEmpty(setting))
            return UsualPatience;
        return double.TryParse(setting, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0 && seconds <= MostPatience.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : throw new StartupException(
                    $"Evidence__DatabasePatienceSeconds is '{setting}'; it takes a number of seconds, above 0 and up to {MostPatience.TotalSeconds}.");
    }

    /// <summary>Returns as soon as the database accepts a connection and is new enough.</summary>
    /// <exception cref="StartupException">It did not within the patience, or refuses for good.</exception>
    public static async Task UntilReadyAsync(
        NpgsqlDataSource source, TimeSpan patience, Action<string> progress, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        var where = Where(source);
        var waited = Stopwatch.StartNew();
        var told = -BetweenMessages;
        var last = "no answer";
        try
        {
            while (await TryAsync(source, where, limit.Token) is { } reason)
            {
                last = reason;
                if (waited.Elapsed - told >= BetweenMessages)
                {
                    told = waited.Elapsed;
                    progress($"Waiting for {where} ({reason}), {told.TotalSeconds:0} of {patience.TotalSeconds:0} s …");
                }

                await Task.Delay(BetweenTries, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new StartupException(
                $"{where} did not accept a connection within {patience.TotalSeconds:0} seconds ({last.TrimEnd('.')}). "
                + "Start it, or correct ConnectionStrings__Evidence.");
        }
    }

    /// <summary>Null once connected, else the reason to try again.</summary>
    private static async Task<string?> TryAsync(NpgsqlDataSource source, string where, CancellationToken cancel)
    {
        try
        {
            // A server that takes the connection and then says nothing would hold Npgsql beyond the patience.
            await using var connection = await source.OpenConnectionAsync(cancel).AsTask().WaitAsync(cancel);
            var version = connection.PostgreSqlVersion;
            return version.Major >= PostgresBinaries.Oldest
                ? null
                : throw new StartupException(
                    $"{where} is PostgreSQL {version.ToString(2)}; Evidence needs {PostgresBinaries.Oldest} or newer.");
        }
        catch (PostgresException problem)
        {
            return Passes(problem) ? problem.MessageText : throw new StartupException(Refusal(where, problem), problem);
        }
        catch (Exception problem) when (Passes(problem))
        {
            return (problem.InnerException ?? problem).Message;
        }
        catch (NpgsqlException problem)
        {
            throw new StartupException(
                $"{where} cannot be used: {problem.Message} Correct ConnectionStrings__Evidence.", problem);
        }
    }

    private static bool Passes(Exception problem) => problem switch
    {
        PostgresException refusal => refusal.SqlState is
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections,
        NpgsqlException => problem.InnerException is SocketException or TimeoutException or IOException,
        _ => problem is SocketException or TimeoutException,
    };

    private static string Refusal(string where, PostgresException problem) => problem.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword =>
            $"{where} refuses the password: {problem.MessageText}. Correct ConnectionStrings__Evidence.",
        PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{where} refuses the user: {problem.MessageText}. Correct ConnectionStrings__Evidence, or the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"{where} has no such database: {problem.MessageText}. Create it, or correct ConnectionStrings__Evidence.",
        _ => $"{where} refuses the connection: {problem.MessageText} ({problem.SqlState}).",
    };

    /// <summary>The database's name for messages.</summary>
    public static string Where(NpgsqlDataSource source)
    {
        // A data source hands its connection string out without the password.
        var connection = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"The database {connection.Database ?? connection.Username} at {connection.Host}:{connection.Port}";
    }
}
