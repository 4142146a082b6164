using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.OpenApi;

/// <summary>What Spectral and Redocly say of the two committed documents. Neither asks the network for anything.</summary>
public sealed class LintTests
{
    private static readonly string Folder = Repository.At("openapi/lint");

    private const string Clean = "neither errors nor warnings";

    private static readonly string[] Documents = ["../evidence.v1.json", "../evidence.v1.oas30.json"];

    [FactForNode]
    public async Task Spectral_and_Redocly_find_neither_errors_nor_warnings()
    {
        var digest = await Npm.DigestAsync(Folder, ["package-lock.json", ".spectral.yaml", "redocly.yaml", .. Documents]);
        Assert.Equal(Clean, await ContentCache.TextAsync("lint", digest, LintAsync));
    }

    /// <summary>Asks both of the documents; what was clean once is not asked again until a document, a rule or a package changes.</summary>
    private static async Task<string> LintAsync()
    {
        await Npm.InstallAsync(Folder);
        Assert.Equal("No results with a severity of 'hint' or higher found!", (await SpectralAsync(Documents)).Trim());
        foreach (var document in Documents)
        {
            var report = await RedoclyAsync(document);
            var totals = JsonDocument.Parse(report).RootElement.GetProperty("totals");
            Assert.True(totals.GetProperty("errors").GetInt32() == 0 && totals.GetProperty("warnings").GetInt32() == 0, report);
        }

        return Clean;
    }

    private static Task<string> SpectralAsync(string[] documents) => RunAsync(
        "@stoplight/spectral-cli/dist/index.js", ["lint", "--ruleset", ".spectral.yaml", "--fail-severity", "hint", "--format", "text", .. documents]);

    private static Task<string> RedoclyAsync(string document) => RunAsync(
        "@redocly/cli/bin/cli.js", ["lint", "--config", "redocly.yaml", "--format", "json", document]);

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var (_, output, errors) = await CommandLine.RunAsync(Folder, "node", [Path.Combine(Folder, "node_modules", tool), .. arguments]);
        Assert.False(string.IsNullOrWhiteSpace(output), errors);
        return output;
    }
}
