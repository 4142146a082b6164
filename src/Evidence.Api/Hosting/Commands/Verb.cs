using System.CommandLine;
using Evidence.Api.Hosting.Database;
using Npgsql;

namespace Evidence.Api.Hosting.Commands;

/// <summary>A command of the command line with the details, examples and exit codes that its help ends with.</summary>
internal sealed class Verb(string name, string description) : System.CommandLine.Command(name, description)
{
    private const string UnderstoodNothing = "wrong usage: nothing was tried";

    /// <summary>What the command does, in full lines for its own help; the description is the one line of the list.</summary>
    public required string Details { get; init; }

    /// <summary>Lines to be typed, without the program's name.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>When the exit code is 0.</summary>
    public required string Succeeds { get; init; }

    /// <summary>When the exit code is 1.</summary>
    public required string Fails { get; init; }

    /// <summary>The exit codes with their meanings.</summary>
    public IEnumerable<(int Code, string Meaning)> ExitCodes =>
        [(ExitCode.Done, Succeeds), (ExitCode.Failed, Fails), (ExitCode.WrongUsage, UnderstoodNothing)];

    /// <summary>Sets what the command does. What hinders it is told as one sentence on the error output.</summary>
    public Verb Runs(Func<ParseResult, CancellationToken, Task<int>> run)
    {
        SetAction(async (parsed, cancel) =>
        {
            try
            {
                return await run(parsed, cancel);
            }
            catch (Exception e) when (Sentence(e, cancel) is { } sentence)
            {
                await Console.Error.WriteLineAsync(sentence);
                return ExitCode.Failed;
            }
        });
        return this;
    }

    /// <summary>Tells progress where it does not mix with the output.</summary>
    public static void Tell(string progress) => Console.Error.WriteLine(progress);

    private static string? Sentence(Exception e, CancellationToken cancel) => e switch
    {
        StartupException problem => problem.Message,
        // A command that is cancelled while the server answers fails with what the server says of it.
        _ when cancel.IsCancellationRequested => "Stopped before it was done.",
        PostgresException refusal => $"The database refuses: {refusal.MessageText} ({refusal.SqlState}).",
        NpgsqlException problem => $"The database failed: {(problem.InnerException ?? problem).Message.TrimEnd('.')}.",
        IOException or UnauthorizedAccessException => e.Message,
        _ => null,
    };
}
