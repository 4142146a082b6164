using System.Diagnostics;

namespace Evidence.Api.Tests.Testing;

/// <summary>A command of the program that has ended, with its exit code and what it printed.</summary>
internal sealed record EvidenceCommand(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan MaxRun = TimeSpan.FromMinutes(3);

    /// <summary>Returns the lines of the output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the program with these words on the database, inside this process.</summary>
    public static Task<EvidenceCommand> RunAsync(TestDatabase database, params string[] words) =>
        RunAsync([.. words, $"--ConnectionStrings:Evidence={database.ConnectionString}"]);

    /// <summary>Runs the program with these words inside this process: what a process of its own would do, without the seconds that it takes to start.</summary>
    public static async Task<EvidenceCommand> RunAsync(params string[] words)
    {
        var (exitCode, output, errors) = await CapturedConsole.RunAsync(() => Program.Main(words).WaitAsync(MaxRun));
        return new EvidenceCommand(exitCode, output, errors.Trim());
    }

    /// <summary>Runs the built program as a process with these settings as environment variables, standard input and words.</summary>
    public static async Task<EvidenceCommand> StartAsync(IEnumerable<(string Name, string Value)> settings, string input, params string[] words)
    {
        using var process = Process.Start(ServiceProcess.Plan(words, settings))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(MaxRun);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', words)} has not ended within {MaxRun}: {await errors}");
        }

        return new EvidenceCommand(process.ExitCode, await output, (await errors).Trim());
    }

    /// <summary>Runs the built program as a process on the database.</summary>
    public static Task<EvidenceCommand> StartAsync(TestDatabase database, params string[] words) =>
        StartAsync([("ConnectionStrings__Evidence", database.ConnectionString)], "", words);
}
