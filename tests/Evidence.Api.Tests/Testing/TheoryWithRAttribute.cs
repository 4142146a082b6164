namespace Evidence.Api.Tests.Testing;

/// <summary>A test that asks R how it reads what the service sends.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal class TheoryWithRAttribute : TheoryAttribute
{
    public TheoryWithRAttribute()
    {
        if (!IsInstalled) Skip = "R is not installed (Debian: apt-get install r-base-core).";
    }

    private static bool IsInstalled { get; } = IsOnPath();

    /// <summary>Runs lines of R and returns what they print.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(AppContext.BaseDirectory, "Rscript", ["--vanilla", "-e", script, .. arguments]);
        return exitCode == 0 ? output : throw new InvalidOperationException(errors);
    }

    private static bool IsOnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "Rscript")) || File.Exists(Path.Combine(folder, "Rscript.exe")));
}
