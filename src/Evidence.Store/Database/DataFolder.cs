using System.Diagnostics;
using System.Globalization;

namespace Evidence.Store.Database;

/// <summary>Manages the data of a server: one folder for each major version, because no other version can read it.</summary>
internal sealed record DataFolder(PrivateFolders Folders, PostgresBinaries Binaries)
{
    private static readonly TimeSpan MaxShutdownTime = TimeSpan.FromSeconds(30);

    public string Path => Folders.Data(Binaries.Major);

    private string ProcessFile => System.IO.Path.Combine(Path, "postmaster.pid");

    /// <summary>Returns the newest major version that left data here, or null if there is none yet.</summary>
    public static int? Major(PrivateFolders folders) =>
        Directory.EnumerateDirectories(folders.Server)
            .Where(folder => File.Exists(System.IO.Path.Combine(folder, "PG_VERSION")))
            .Max(folder => Number(System.IO.Path.GetFileName(folder)));

    /// <summary>Creates the data if there is none: in a temporary folder that is then moved, so that a crash leaves no half.</summary>
    public async Task MakeAsync(ServerUser user, Action<string> progress, CancellationToken cancel)
    {
        foreach (var half in Directory.EnumerateDirectories(Folders.Server, "*.new-*")) TryDelete(half);
        if (File.Exists(System.IO.Path.Combine(Path, "PG_VERSION"))) return;

        progress($"Making a new PostgreSQL {Binaries.Major} data folder in {Path} …");
        var made = $"{Path}.new-{Guid.NewGuid():N}";
        string[] locale = OperatingSystem.IsMacOS() ? ["--locale=C", "--lc-ctype=UTF-8"] : ["--locale=C.UTF-8"];
        string[] initdb =
        [
            Binaries.Initdb, "--pgdata", made, "--username=postgres", "--encoding=UTF8", .. locale, "--data-checksums",
            "--text-search-config=english", "--auth-local=trust", "--auth-host=reject", "--no-instructions",
        ];
        var (exitCode, _, errors) = await ProcessRunner.RunAsync(user.Running(initdb), cancel);
        if (exitCode != 0)
        {
            TryDelete(made);
            throw new StartupException(
                $"PostgreSQL's initdb could not make a data folder in {Folders.Server}: {OneLine(errors)}. "
                + StartupHints.AnotherFolder);
        }

        try
        {
            // Moving onto a folder works only while that is empty: what somebody else keeps there is never lost.
            if (Directory.Exists(Path)) Directory.Delete(Path);
            Directory.Move(made, Path);
        }
        catch (IOException problem)
        {
            throw new StartupException($"{Path} is in the way of the data: {problem.Message} {StartupHints.AnotherFolder}", problem);
        }
    }

    /// <summary>Waits for the server of a service that was just killed, and deletes the stale process file of one that ended long ago.</summary>
    public async Task AwaitFormerServerAsync(Action<string> progress, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        for (var told = false; ServerProcessId is { } process && IsRunning(process); await Task.Delay(100, cancel))
        {
            if (!CommandLine(process).Contains(Path, StringComparison.Ordinal))
            {
                // The number now belongs to some other program, which PostgreSQL would mistake for its predecessor.
                File.Delete(ProcessFile);
                break;
            }

            if (waited.Elapsed > MaxShutdownTime)
                throw new StartupException(
                    $"A PostgreSQL server, process {process}, still uses the data in {Path}. "
                    + "Stop it, or give this service a folder of its own with Evidence__DataFolder.");
            if (!told) progress($"Waiting for the former PostgreSQL server, process {process}, to end …");
            told = true;
        }

        foreach (var left in Directory.EnumerateFiles(Folders.Socket, ".s.PGSQL.*")) File.Delete(left);
    }

    /// <summary>Gets the process that a server recorded in its data folder when it started, or null.</summary>
    public int? ServerProcessId
    {
        get
        {
            try
            {
                return Number(File.ReadLines(ProcessFile).FirstOrDefault());
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    /// <summary>Returns the last lines of a program's output as one line, for use in a sentence.</summary>
    public static string OneLine(string text) =>
        string.Join(" | ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(6))
            .TrimEnd('.');

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string CommandLine(int process)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return File.ReadAllText($"/proc/{process}/cmdline");
            using var ps = ProcessRunner.Start(["ps", "-o", "args=", "-p", process.ToString(CultureInfo.InvariantCulture)]);
            return ps.StandardOutput.ReadToEnd();
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // An initdb outliving its killed service may still write there; a later start clears it.
        }
    }
}
