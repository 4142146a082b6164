using System.CommandLine;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Api.Commands;

/// <summary>A command of the command line with the details, examples and exit codes that its help ends with.</summary>
internal sealed class CliCommand(string name, string description) : System.CommandLine.Command(name, description)
{
    private const string WrongUsageMeaning = "wrong usage: nothing was tried";

    /// <summary>Describes what the command does, in full lines for its own help; the description is the one line of the list.</summary>
    public required string Details { get; init; }

    /// <summary>Example command lines, without the name of the program.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Says when the exit code is 0.</summary>
    public required string Succeeds { get; init; }

    /// <summary>Says when the exit code is 1.</summary>
    public required string Fails { get; init; }

    /// <summary>Lists the exit codes with their meanings.</summary>
    public IEnumerable<(int Code, string Meaning)> ExitCodes =>
        [(ExitCode.Done, Succeeds), (ExitCode.Failed, Fails), (ExitCode.WrongUsage, WrongUsageMeaning)];

    /// <summary>Sets what the command does. A failure is reported as one sentence on the error output.</summary>
    public CliCommand Runs(Func<ParseResult, CancellationToken, Task<int>> run)
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

    /// <summary>Reports progress on the error output, apart from the output itself.</summary>
    public static void Tell(string progress) => Console.Error.WriteLine(progress);

    private static string? Sentence(Exception e, CancellationToken cancel) => e switch
    {
        StartupException problem => problem.Message,
        // A command that is cancelled while the server works fails with the error of the server.
        _ when cancel.IsCancellationRequested => "Stopped before it was done.",
        PostgresException error => $"The database refuses: {error.MessageText} ({error.SqlState}).",
        NpgsqlException problem => $"The database failed: {(problem.InnerException ?? problem).Message.TrimEnd('.')}.",
        IOException or UnauthorizedAccessException => e.Message,
        _ => null,
    };
}
