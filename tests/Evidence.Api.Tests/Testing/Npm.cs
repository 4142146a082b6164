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
    private const string Packages = "node_modules";
    private static readonly string Program = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
    private static readonly string[] Manifests = ["package.json", "package-lock.json", ".npmrc"];
    private static readonly Lock Linking = new();

    /// <summary>Says why npm cannot be used; null if it can.</summary>
    public static string? Lacking { get; } = FindLack();

    /// <summary>Gives the folder its packages, which are installed once for all folders with the same lock file and kept from run to run.</summary>
    public static async Task InstallAsync(string folder)
    {
        if (OperatingSystem.IsWindows()) // A link is for administrators there.
        {
            var done = Path.Combine(folder, Packages, ".package-lock.json");
            if (!File.Exists(done) || File.GetLastWriteTimeUtc(done) < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
                await CleanInstallAsync(folder);
            return;
        }

        var installed = await ContentCache.FolderAsync("npm", await DigestAsync(folder, Manifests), async made =>
        {
            foreach (var manifest in Manifests.Where(name => File.Exists(Path.Combine(folder, name))))
                File.Copy(Path.Combine(folder, manifest), Path.Combine(made, manifest));
            await CleanInstallAsync(made);
        });
        Link(Path.Combine(folder, Packages), Path.Combine(installed, Packages));
    }

    /// <summary>Returns the digest of files of a folder, by their names and contents; one that is not there counts as empty.</summary>
    public static async Task<string> DigestAsync(string folder, params IEnumerable<string> files)
    {
        var parts = new List<string>();
        foreach (var path in files.Select(name => Path.Combine(folder, name)))
            parts.AddRange([Path.GetFileName(path), File.Exists(path) ? await File.ReadAllTextAsync(path) : ""]);
        return ContentCache.Digest(parts);
    }

    /// <summary>Runs npm, which must succeed, and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder, Program, arguments);
        Assert.True(exitCode == 0, $"npm {string.Join(' ', arguments)} ended with {exitCode}:\n{output}\n{errors}");
        return output;
    }

    private static Task<string> CleanInstallAsync(string folder) => RunAsync(folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");

    /// <summary>Lets the folder's packages be those that are installed elsewhere.</summary>
    private static void Link(string packages, string installed)
    {
        lock (Linking)
        {
            if (new DirectoryInfo(packages).LinkTarget == installed)
                return;
            if (Directory.Exists(packages) && new DirectoryInfo(packages).LinkTarget is null)
                Directory.Delete(packages, recursive: true); // As npm ci does with what was installed here by hand.
            else
                File.Delete(packages);
            Directory.CreateSymbolicLink(packages, installed);
        }
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
