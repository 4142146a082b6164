namespace Evidence.Api.Tests.Testing;

/// <summary>A test that runs a package of npm; without Node.js it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactForNodeAttribute : FactAttribute
{
    public FactForNodeAttribute() => Skip = Npm.Lacking;
}

/// <summary>Runs the scripts of a folder that has a package.json, its packages as the lock file names them.</summary>
internal static class Npm
{
    private const int OldestNode = 18;
    private static readonly string Program = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Why npm cannot be used; nothing where it can.</summary>
    public static string? Lacking { get; } = FindLack();

    /// <summary>Installs the packages unless that was done since the lock file changed.</summary>
    public static async Task InstallAsync(string folder)
    {
        var done = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (File.Exists(done) && File.GetLastWriteTimeUtc(done) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            return;
        await RunAsync(folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    /// <summary>Runs npm, which must succeed, and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder, Program, arguments);
        Assert.True(exitCode == 0, $"npm {string.Join(' ', arguments)} ended with {exitCode}:\n{output}\n{errors}");
        return output;
    }

    private static string? FindLack()
    {
        try
        {
            var (exitCode, version, _) = CommandLine.RunAsync(AppContext.BaseDirectory, "node", "--version").GetAwaiter().GetResult();
            var (npmExitCode, _, _) = CommandLine.RunAsync(AppContext.BaseDirectory, Program, "--version").GetAwaiter().GetResult();
            if (exitCode != 0 || npmExitCode != 0)
                return "Node.js or npm does not run.";
            return int.Parse(version.TrimStart('v').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) >= OldestNode
                ? null
                : $"Node.js is {version.Trim()}; the packages need {OldestNode} or later.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js with npm is not installed.";
        }
    }
}
