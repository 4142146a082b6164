using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Clients;

/// <summary>The types that openapi-typescript generates from the committed contract, compiled strictly, against the running service.</summary>
public sealed class TypeScriptClientTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private static readonly string[] Lists = ["studies", "outcomes"];
    private static readonly string[] Sources = ["package.json", "package-lock.json", ".npmrc", "tsconfig.json", "walk.ts", "../../evidence.v1.json"];

    [FactForNode]
    public async Task It_compiles_and_walks_every_page_of_studies_and_outcomes()
    {
        var folder = Path.Combine(await CompiledAsync(), "clients", "typescript");
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder, "node", "dist/walk.js", service.Client.BaseAddress!.ToString().TrimEnd('/'));
        Assert.True(exitCode == 0, output + errors);

        var walked = JsonDocument.Parse(output).RootElement;
        Assert.All(Lists, list =>
        {
            var counts = walked.GetProperty(list);
            var total = counts.GetProperty("total").GetInt32();
            Assert.Equal((total, total), (counts.GetProperty("rows").GetInt32(), counts.GetProperty("distinct").GetInt32()));
            Assert.True(counts.GetProperty("pages").GetInt32() > 5);
        });
        Assert.Equal(await TotalAsync("/v1/studies"), walked.GetProperty("studies").GetProperty("total").GetInt32());
        Assert.Equal(await TotalAsync("/v1/outcomes"), walked.GetProperty("outcomes").GetProperty("total").GetInt32());
        Assert.StartsWith("A randomized trial", walked.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("limit", Assert.Single(walked.GetProperty("refused").EnumerateArray()).GetString());
        Assert.StartsWith("id,label,", walked.GetProperty("header").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Generates, checks and compiles the client in a copy of its folder, once for the same sources, packages and contract.</summary>
    private static async Task<string> CompiledAsync()
    {
        var given = Repository.At("openapi/clients/typescript");
        return await ContentCache.FolderAsync("typescript", await Npm.DigestAsync(given, Sources), async made =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(made, "clients", "typescript")).FullName;
            foreach (var source in Sources)
                File.Copy(Path.Combine(given, source), Path.Combine(folder, source));
            await Npm.InstallAsync(folder);
            await Npm.RunAsync(folder, "run", "--silent", "generate");
            await Npm.RunAsync(folder, "run", "--silent", "check");
            await Npm.RunAsync(folder, "run", "--silent", "build");
        });
    }

    private async Task<int> TotalAsync(string path) =>
        JsonDocument.Parse(await service.Client.GetStringAsync(new Uri(path + "?limit=1", UriKind.Relative)))
            .RootElement.GetProperty("page").GetProperty("total").GetInt32();
}
