using System.Text.Json;
using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

/// <summary>How a page looks in both themes and on each width.</summary>
internal static class Looks
{
    /// <summary>The looks: every rule holds at two of the looks; what a theme alone can break, contrast, at the other two.</summary>
    private static readonly (string Look, string Options)[] All =
    [
        ("wide and light", "{ resultTypes: ['violations'] }"),
        ("wide and dark", "{ resultTypes: ['violations'], runOnly: ['color-contrast'] }"),
        ("narrow and dark", "{ resultTypes: ['violations'] }"),
        ("narrow and light", "{ resultTypes: ['violations'], runOnly: ['color-contrast'] }"),
    ];

    /// <summary>How a page is first opened.</summary>
    public static Device First { get; } = Device.Of(All[0].Look);

    /// <summary>Opens a page once, and checks it with the keyboard, by axe in every look, at 320 pixels and on paper.</summary>
    public static Task CheckPageAsync(Site site, string address) => site.ReadAsync(First, async reader =>
    {
        await reader.GoAsync(address);
        await Keyboard.CheckAsync(reader);
        await CheckAsync(reader);
        await Paper.CheckAsync(reader);
    });

    /// <summary>Checks by axe in every look that nothing is found on the page as it is now, and that it fits 320 pixels.</summary>
    public static async Task CheckAsync(Reader reader)
    {
        await reader.Page.EvaluateAsync(await Site.Axe.Value);
        var findings = new List<string>();
        foreach (var (look, options) in All)
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
        var found = await reader.Page.EvaluateAsync<JsonElement>(
            $"() => axe.run(document, {options}).then(found => ({{ passes: found.passes.length, violations: found.violations }}))");
        Assert.NotEqual(0, found.GetProperty("passes").GetInt32());
        return [.. found.GetProperty("violations").EnumerateArray().Select(rule =>
            $"{rule.GetProperty("id")}: {rule.GetProperty("help")}\n" + string.Join('\n', rule.GetProperty("nodes").EnumerateArray().Take(4).Select(node =>
                $"    {node.GetProperty("html")}\n    {node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")}")))];
    }
}
