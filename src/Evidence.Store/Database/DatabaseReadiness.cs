using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace Evidence.Store.Database;

/// <summary>Waits for a database that is not up yet; a problem that waiting cannot fix is reported at once.</summary>
public static class DatabaseReadiness
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(5);

    /// <summary>Returns as soon as the database accepts a connection and is new enough.</summary>
    /// <exception cref="StartupException">It did not within the timeout, or refuses for good.</exception>
    public static async Task WaitAsync(
        NpgsqlDataSource source, TimeSpan timeout, Action<string> progress, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        var where = Describe(source);
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
                    progress($"Waiting for {where} ({reason}), {told.TotalSeconds:0} of {timeout.TotalSeconds:0} s …");
                }

                await Task.Delay(BetweenTries, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new StartupException(
                $"{where} did not accept a connection within {timeout.TotalSeconds:0} seconds ({last.TrimEnd('.')}). "
                + "Start it, or correct ConnectionStrings__Evidence.");
        }
    }

    /// <summary>Tries to connect; returns null on success, or else the reason to try again.</summary>
    private static async Task<string?> TryAsync(NpgsqlDataSource source, string where, CancellationToken cancel)
    {
        try
        {
            // A server that accepts the connection and then never answers would hold Npgsql beyond the timeout.
            await using var connection = await source.OpenConnectionAsync(cancel).AsTask().WaitAsync(cancel);
            var version = connection.PostgreSqlVersion;
            return version.Major >= PostgresBinaries.MinMajor
                ? null
                : throw new StartupException(
                    $"{where} is PostgreSQL {version.ToString(2)}; Evidence needs {PostgresBinaries.MinMajor} or newer.");
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

    /// <summary>Returns the name of the database for use in messages.</summary>
    public static string Describe(NpgsqlDataSource source)
    {
        // A data source hands its connection string out without the password.
        var connection = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"The database {connection.Database ?? connection.Username} at {connection.Host}:{connection.Port}";
    }
}
