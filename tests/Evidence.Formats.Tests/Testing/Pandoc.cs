using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Formats.Tests.Testing;

/// <summary>A test that reads back with pandoc; without it, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactForPandocAttribute : FactAttribute
{
    public FactForPandocAttribute()
    {
        if (!IsOnPath) Skip = "pandoc is not installed (Debian: apt-get install pandoc).";
    }

    private static bool IsOnPath { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "pandoc")) || File.Exists(Path.Combine(folder, "pandoc.exe")));
}

/// <summary>Readers that were not written here.</summary>
internal static class Readers
{
    /// <summary>The items that pandoc finds in a bibliography.</summary>
    public static Task<IReadOnlyList<JsonElement>> PandocAsync(string format, string text) => InFileAsync(text, async file =>
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(Path.GetTempPath(), "pandoc", "-f", format, "-t", "csljson", file);
        Assert.True(exitCode == 0, errors);
        return output;
    });

    /// <summary>The items that Citation.js finds.</summary>
    public static Task<IReadOnlyList<JsonElement>> CitationJsAsync(string type, string text) => InFileAsync(text, async file =>
    {
        var folder = Repository.At("tests/Evidence.Formats.Tests/readers");
        await Npm.InstallAsync(folder);
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder, "node", "read.js", type, file);
        Assert.True(exitCode == 0, errors);
        return output;
    });

    private static async Task<IReadOnlyList<JsonElement>> InFileAsync(string text, Func<string, Task<string>> read)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllTextAsync(file, text);
            return [.. JsonElement.Parse(await read(file)).EnumerateArray()];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
