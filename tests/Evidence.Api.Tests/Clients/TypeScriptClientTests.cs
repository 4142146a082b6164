using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Clients;

/// <summary>The types that openapi-typescript generates from the committed contract, compiled strictly, against the running service.</summary>
public sealed class TypeScriptClientTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private static readonly string[] Lists = ["studies", "outcomes"];
    private static readonly string Folder = Repository.At("openapi/clients/typescript");

    [FactForNode]
    public async Task It_compiles_and_walks_every_page_of_studies_and_outcomes()
    {
        await Npm.InstallAsync(Folder);
        await Npm.RunAsync(Folder, "run", "--silent", "generate");
        await Npm.RunAsync(Folder, "run", "--silent", "check");
        await Npm.RunAsync(Folder, "run", "--silent", "build");
        var (exitCode, output, errors) = await CommandLine.RunAsync(Folder, "node", "dist/walk.js", service.Client.BaseAddress!.ToString().TrimEnd('/'));
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

    private async Task<int> TotalAsync(string path) =>
        JsonDocument.Parse(await service.Client.GetStringAsync(new Uri(path + "?limit=1", UriKind.Relative)))
            .RootElement.GetProperty("page").GetProperty("total").GetInt32();
}
