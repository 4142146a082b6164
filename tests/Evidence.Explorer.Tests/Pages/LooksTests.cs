using System.Text.Json;
using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed class LooksTests(Site site)
{
    public static TheoryData<string> Pages => Addresses.Rows;

    /// <summary>Every rule at two of the looks; what a theme alone can break, contrast, at the other two.</summary>
    private static readonly (string Look, string Options)[] Looks =
    [
        ("wide and light", "{ resultTypes: ['violations'] }"),
        ("wide and dark", "{ runOnly: ['color-contrast'] }"),
        ("narrow and dark", "{ resultTypes: ['violations'] }"),
        ("narrow and light", "{ runOnly: ['color-contrast'] }"),
    ];

    [TheoryInBrowser(Needs.Npm)]
    [MemberData(nameof(Pages))]
    public async Task A_page_loads_without_complaint_axe_finds_nothing_in_any_look_it_fits_320_pixels_and_prints(string address) =>
        await site.ReadAsync(Device.Of(Looks[0].Look), async reader =>
        {
            await reader.GoAsync(address);
            await CheckAsync(site, reader);
            await Paper.CheckAsync(reader);
        });

    [FactInBrowser(Needs.Npm)]
    public async Task Nothing_is_found_either_where_fields_have_findings_beside_them() =>
        await site.ReadAsync(Device.Of(Looks[0].Look), async reader =>
        {
            reader.Expects(422);
            await reader.GoAsync("/curate/studies/takahashi-2021");
            await reader.Page.GetByLabel("Label").First.FillAsync("");
            await reader.Page.GetByLabel("Enrolled").FillAsync("many");
            await reader.Page.GetByLabel("Age mean").FillAsync("young");
            await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Check without saving" }).First.ClickAsync();
            await Assertions.Expect(reader.Page.Locator("[aria-invalid=true]")).ToHaveCountAsync(3);
            await reader.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => { part.open = true; })");
            await CheckAsync(site, reader);
        });

    private static async Task CheckAsync(Site site, Reader reader)
    {
        await reader.Page.EvaluateAsync(await site.Axe.Value);
        var findings = new List<string>();
        foreach (var (look, options) in Looks)
        {
            await reader.LookAsync(Device.Of(look));
            findings.AddRange((await FindingsAsync(reader, options)).Select(finding => $"{look}: {finding}"));
        }

        if (await NarrowScreen.FaultAsync(reader) is { } fault)
            findings.Add(fault);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>What axe finds, each rule with the first places.</summary>
    private static async Task<IReadOnlyList<string>> FindingsAsync(Reader reader, string options)
    {
        var found = await reader.Page.EvaluateAsync<JsonElement>($"() => axe.run(document, {options})");
        Assert.NotEqual(0, found.GetProperty("passes").GetArrayLength());
        return [.. found.GetProperty("violations").EnumerateArray().Select(rule =>
            $"{rule.GetProperty("id")}: {rule.GetProperty("help")}\n" + string.Join('\n', rule.GetProperty("nodes").EnumerateArray().Take(4).Select(node =>
                $"    {node.GetProperty("html")}\n    {node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")}")))];
    }
}
