using System.Text.RegularExpressions;

namespace Evidence.Api.Tests.Testing;

/// <summary>A test that asks R how it reads what the service sends.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal partial class TheoryWithRAttribute : TheoryAttribute
{
    private static readonly Lazy<string> Version = new(() => Evaluate("cat(R.version.string)"));

    /// <summary>The package that the tests compute with; empty if R has none.</summary>
    private protected static readonly Lazy<string> MetaforVersion = new(() => Evaluate("suppressMessages(library(metafor)); cat(as.character(packageVersion('metafor')))"));

    public TheoryWithRAttribute()
    {
        if (!IsInstalled) Skip = "R is not installed (Debian: apt-get install r-base-core).";
    }

    private static bool IsInstalled { get; } = IsOnPath();

    /// <summary>
    /// Runs lines of R, which read a running service, and returns what they print. Where the same version of R ran the same lines on the same
    /// content before, that output is returned: every address in the lines and the arguments is read for it.
    /// </summary>
    public static async Task<string> RunAsync(HttpClient service, string script, params string[] arguments)
    {
        var root = service.BaseAddress!.ToString().TrimEnd('/');
        var addresses = Address().Matches(string.Join('\n', [script, .. arguments])).Select(match => match.Value).Where(address => address.StartsWith(root, StringComparison.Ordinal));
        var contents = await Task.WhenAll(addresses.Select(address => service.GetStringAsync(new Uri(address))));
        string[] said = [Version.Value, MetaforVersion.Value, script, .. arguments];
        var digest = ContentCache.Digest([.. said.Select(text => text.Replace(root, "", StringComparison.Ordinal)), .. contents.Select(text => text.Replace(root, "", StringComparison.Ordinal))]);
        return await ContentCache.TextAsync("r", digest, () => RunAsync(script, arguments));
    }

    /// <summary>Runs lines of R and returns what they print.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(AppContext.BaseDirectory, "Rscript", ["--vanilla", "-e", script, .. arguments]);
        return exitCode == 0 ? output : throw new InvalidOperationException(errors);
    }

    private static string Evaluate(string expression)
    {
        var (exitCode, output, _) = CommandLine.RunAsync(AppContext.BaseDirectory, "Rscript", "--vanilla", "-e", expression).GetAwaiter().GetResult();
        return exitCode == 0 ? output : "";
    }

    private static bool IsOnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "Rscript")) || File.Exists(Path.Combine(folder, "Rscript.exe")));

    [GeneratedRegex(@"http://[^\s""']+")]
    private static partial Regex Address();
}
