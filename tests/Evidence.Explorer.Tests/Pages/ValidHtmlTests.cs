using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

public sealed class ValidHtmlTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    [FactInBrowser(Needs.Npm)]
    public async Task Every_page_is_valid_HTML()
    {
        using var folder = new TemporaryFolder();
        for (var at = 0; at < Addresses.All.Count; at++)
            await File.WriteAllTextAsync(Path.Combine(folder.Path, $"{at:00}.html"), await site.Client.GetStringAsync(Addresses.All[at]));
        await Npm.InstallAsync(Site.Checkers);

        var reports = JsonElement.Parse(await Npm.RunAsync(Site.Checkers, "run", "--silent", "validate", "--", folder.Path)).EnumerateArray().ToList();

        Assert.Equal(Addresses.All.Count, reports.Count);
        var faults = reports.SelectMany((report, at) => report.EnumerateArray().Select(fault => $"{Addresses.All[at]}: {fault}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)));
    }
}
