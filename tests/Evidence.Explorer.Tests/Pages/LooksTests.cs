using System.Text.Json;
using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed class LooksTests(Site site)
{
    public static TheoryData<string, string> InEveryLook => Addresses.InEveryLook;

    [TheoryInBrowser(Needs.Npm)]
    [MemberData(nameof(InEveryLook))]
    public async Task A_page_loads_without_complaint_and_axe_finds_nothing(string address, string look) =>
        await site.ReadAsync(Device.Of(look), async reader =>
        {
            await reader.GoAsync(address);
            var findings = await FindingsAsync(reader);
            Assert.True(findings.Count == 0, string.Join('\n', findings));
        });

    /// <summary>What axe finds, a line a rule, with the first places.</summary>
    private async Task<IReadOnlyList<string>> FindingsAsync(Reader reader)
    {
        await reader.Page.EvaluateAsync(await site.Axe.Value);
        var found = await reader.Page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        Assert.NotEqual(0, found.GetProperty("passes").GetArrayLength());
        return [.. found.GetProperty("violations").EnumerateArray().Select(rule =>
            $"{rule.GetProperty("id")}: {rule.GetProperty("help")}\n" + string.Join('\n', rule.GetProperty("nodes").EnumerateArray().Take(4).Select(node =>
                $"    {node.GetProperty("html")}\n    {node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")}")))];
    }
}
