using System.Net;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Explorer;

public sealed class ApiGuideTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [FactWith("curl")]
    public async Task The_example_in_curl_runs()
    {
        var output = await RunAsync("curl", "sh", "example.sh");

        Assert.Contains("\"total\":", output, StringComparison.Ordinal);
        Assert.Contains(",yi,vi,", output, StringComparison.Ordinal);
    }

    [FactWith("Rscript")]
    public async Task The_example_in_R_runs() => Assert.Matches(@"study +yi +vi", await RunAsync("r", "Rscript", "example.R"));

    [FactWith("python3")]
    public async Task The_example_in_Python_reads_every_page()
    {
        var total = (await service.Client.JsonAsync("/v1/studies?intervention=esketamine")).GetProperty("page").GetProperty("total").GetInt64();

        Assert.True(total > 10, "one page would be no walk");
        Assert.Equal($"{total} of {total}", (await RunAsync("python", "python3", "example.py")).Trim());
    }

    [FactWith("node")]
    public async Task The_example_in_TypeScript_runs_as_a_module() =>
        Assert.StartsWith("1 catalogue files Loaded", await RunAsync("typescript", "node", "example.mjs"), StringComparison.Ordinal);

    [FactWith("dotnet")]
    public async Task The_example_in_CSharp_gives_the_pooled_answer()
    {
        var pool = await service.Client.JsonAsync("/v1/meta-analysis?domain=depression-severity&measure=smd&atHours=24");

        var output = await RunAsync("csharp", "dotnet", "run", "example.cs");

        Assert.Contains($"{pool.GetProperty("estimate").GetProperty("estimate")} [", output, StringComparison.Ordinal);
        Assert.EndsWith("revision 1", output.Trim(), StringComparison.Ordinal);
    }

    /// <summary>The last word is the file; a language's program runs it in a folder of its own.</summary>
    private async Task<string> RunAsync(string id, string program, params string[] words)
    {
        var html = await service.Client.TextAsync("/api");
        var example = Regex.Match(html, $"<code id=\"example-{id}\">(?<code>[^<]*)</code>");
        Assert.True(example.Success, $"the page has no example in {id}");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, words[^1]), WebUtility.HtmlDecode(example.Groups["code"].Value));
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, program, words);
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        return output;
    }
}

/// <summary>A test that runs another program, where it is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(string program)
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
        if (!isThere) Skip = $"{program} is not installed.";
    }
}
