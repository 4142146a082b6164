using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Testing;

/// <summary>The meta-analysis page as its reader uses it.</summary>
internal static class PoolPage
{
    /// <summary>Opens the section from the first page.</summary>
    public static async Task OpenAsync(Reader reader)
    {
        await reader.GoAsync("/");
        await reader.OpenSectionAsync("Meta-analysis");
    }

    /// <summary>Opens the section from the first page and begins with a question that a claim asks.</summary>
    public static async Task BeginAsync(Reader reader, string question)
    {
        await OpenAsync(reader);
        await reader.FollowAsync(question);
    }

    /// <summary>Opens the form of a pool that is shown.</summary>
    public static Task ReopenAsync(Reader reader) => reader.Page.GetByText("Change the question", new() { Exact = true }).ClickAsync();

    /// <summary>Ticks a term of a group.</summary>
    public static Task TickAsync(Reader reader, string group, string term) =>
        reader.Page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).GetByLabel(term, new() { Exact = true }).First.CheckAsync();

    /// <summary>Asks what the form says.</summary>
    public static Task PoolAsync(Reader reader) => reader.ChangeAsync(() => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Pool the studies" }).ClickAsync());

    /// <summary>Asks the same of one study, by its address: a figure that a test knows must not change when a study is added.</summary>
    public static async Task NameStudyAsync(Reader reader, string id)
    {
        await reader.Page.GotoAsync($"{reader.Address}&study={id}");
        await reader.WaitUntilReadyAsync();
    }

    /// <summary>The labels of the studies in the table of effects.</summary>
    public static async Task<IReadOnlyList<string>> StudiesAsync(Reader reader) =>
        await reader.Page.Locator("table.effects tbody tr:not(.overall) th a").AllInnerTextsAsync();
}
