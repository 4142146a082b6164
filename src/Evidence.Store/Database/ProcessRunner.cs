using System.Diagnostics;

namespace Evidence.Store.Database;

/// <summary>Runs the few programs that prepare a server, away from the caller's folder, locale and PostgreSQL settings.</summary>
internal static class ProcessRunner
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IEnumerable<string> words, CancellationToken cancel)
    {
        using var process = Start(words);
        process.StandardInput.Close();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static Process Start(IEnumerable<string> words)
    {
        var command = words.ToArray();
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            // The server's own user may not enter the caller's folder, and then could not even start.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    /// <summary>Returns the program's full path, or null if no folder of PATH has it.</summary>
    public static string? Find(string program) =>
        SearchPath.Concat(["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    public static IEnumerable<string> SearchPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted);
}
