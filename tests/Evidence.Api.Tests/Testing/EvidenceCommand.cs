using System.Diagnostics;

namespace Evidence.Api.Tests.Testing;

/// <summary>The built program as a command that ends, with its exit code and what it printed.</summary>
internal sealed record EvidenceCommand(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the program with these words, on the database.</summary>
    public static Task<EvidenceCommand> RunAsync(TestDatabase database, params string[] words) =>
        RunAsync([("ConnectionStrings__Evidence", database.ConnectionString)], "", words);

    /// <summary>Runs the program with these words and no settings.</summary>
    public static Task<EvidenceCommand> RunAsync(params string[] words) => RunAsync([], "", words);

    /// <summary>Runs the program with these settings, standard input and words.</summary>
    public static async Task<EvidenceCommand> RunAsync(IEnumerable<(string Name, string Value)> settings, string input, params string[] words)
    {
        var start = ServiceProcess.Plan(words, settings);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(LongestRun);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', words)} has not ended within {LongestRun}: {await errors}");
        }

        return new EvidenceCommand(process.ExitCode, await output, (await errors).Trim());
    }
}
