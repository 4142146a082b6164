using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Tasks;

/// <summary>The list of studies is changed in place. Each test does something while an answer is held back, and lets it come afterwards.</summary>
public sealed class GoOnWhileAnAnswerIsAwaitedTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private const string Midazolam = "#comparator-midazolam";
    private const string Placebo = "#comparator-placebo";
    private const string Response = "#domain-response";

    private readonly Site site = shared.Site;

    [FactInBrowser]
    public Task A_second_tick_is_asked_with_the_first_and_the_first_answer_does_not_undo_it() => ReadAsync("/studies", async (reader, answers) =>
    {
        await reader.Page.Locator(Midazolam).CheckAsync();
        var first = await answers.NextAsync();
        await reader.Page.Locator(Placebo).CheckAsync();
        var second = await answers.NextAsync();
        await HeldAnswers.DeliverAsync(reader, first);
        await ArriveAsync(reader, second, "comparator=midazolam", "comparator=placebo");

        await Assertions.Expect(reader.Page.Locator(Midazolam)).ToBeCheckedAsync();
        await Assertions.Expect(reader.Page.Locator(Placebo)).ToBeCheckedAsync();
    });

    [FactInBrowser]
    public Task An_answer_that_comes_late_or_never_changes_nothing_any_more() => ReadAsync("/studies", async (reader, answers) =>
    {
        reader.ExpectsFailure();
        await reader.Page.Locator(Midazolam).CheckAsync();
        var late = await answers.NextAsync();
        await reader.Page.Locator(Response).CheckAsync();
        var lost = await answers.NextAsync();
        await reader.Page.Locator(Placebo).CheckAsync();
        await ArriveAsync(reader, await answers.NextAsync(), "comparator=midazolam", "comparator=placebo", "domain=response");
        var address = reader.Address;
        await HeldAnswers.DeliverAsync(reader, late);
        await lost.AbortAsync();
        await reader.Page.Locator(Response).UncheckAsync(); // The page is the same, and goes on.
        await ArriveAsync(reader, await answers.NextAsync(), "comparator=midazolam", "comparator=placebo");

        await reader.ChangeAsync(async () =>
        {
            await reader.Page.EvaluateAsync("() => history.back()");
            await HeldAnswers.DeliverAsync(reader, await answers.NextAsync());
        });
        Assert.Equal(address, reader.Address);
    });

    [FactInBrowser]
    public Task A_filter_taken_away_after_a_tick_takes_nothing_but_itself_away() => ReadAsync("/studies?comparator=midazolam&comparator=placebo", async (reader, answers) =>
    {
        await reader.Page.Locator(Response).CheckAsync();
        var tick = await answers.NextAsync();
        await Chip(reader, "Midazolam").ClickAsync();
        var link = await answers.NextAsync();
        await HeldAnswers.DeliverAsync(reader, tick);
        await ArriveAsync(reader, link, "comparator=placebo", "domain=response");
    });

    [FactInBrowser]
    public Task A_tick_after_a_filter_taken_away_does_not_bring_the_filter_back() => ReadAsync("/studies?comparator=midazolam&comparator=placebo", async (reader, answers) =>
    {
        await Chip(reader, "Midazolam").ClickAsync();
        var link = await answers.NextAsync();
        await reader.Page.Locator(Response).CheckAsync();
        var tick = await answers.NextAsync();
        await HeldAnswers.DeliverAsync(reader, link);
        await ArriveAsync(reader, tick, "comparator=placebo", "domain=response");
    });

    [FactInBrowser]
    public Task All_filters_are_cleared_the_one_that_is_awaited_too() => ReadAsync("/studies?comparator=midazolam", async (reader, answers) =>
    {
        await reader.Page.Locator(Response).CheckAsync();
        var tick = await answers.NextAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Clear all" }).ClickAsync();
        var link = await answers.NextAsync();
        await HeldAnswers.DeliverAsync(reader, tick);
        await ArriveAsync(reader, link);

        await Assertions.Expect(reader.Page.Locator(Response)).Not.ToBeCheckedAsync();
    });

    [FactInBrowser]
    public Task A_next_page_of_a_list_that_is_being_replaced_does_not_undo_a_tick() => ReadAsync("/studies?limit=2", async (reader, answers) =>
    {
        await reader.Page.Locator(Midazolam).CheckAsync();
        var tick = await answers.NextAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await ArriveAsync(reader, tick, "comparator=midazolam", "limit=2");

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        var next = await answers.NextAsync();
        await reader.Page.Locator(Placebo).CheckAsync();
        await HeldAnswers.DeliverAsync(reader, next);
        await ArriveAsync(reader, await answers.NextAsync(), "comparator=midazolam", "comparator=placebo", "limit=2");
    });

    [FactInBrowser]
    public Task Words_typed_meanwhile_the_focus_and_a_closed_part_stay() => ReadAsync("/studies", async (reader, answers) =>
    {
        await reader.Page.Locator(Midazolam).CheckAsync();
        var tick = await answers.NextAsync();
        await Assertions.Expect(reader.Page.Locator(Response)).ToBeVisibleAsync();
        await reader.Page.Locator("#facet-domain > summary").ClickAsync();
        await reader.Page.Locator("#yearMin").FillAsync("2001");
        await reader.Page.Locator("#q").FillAsync("suicidal");
        await reader.Page.Keyboard.PressAsync("ArrowLeft");
        await ArriveAsync(reader, tick, "comparator=midazolam");

        await Assertions.Expect(reader.Page.Locator("#q")).ToBeFocusedAsync();
        await reader.Page.Keyboard.TypeAsync("*");
        await Assertions.Expect(reader.Page.Locator("#q")).ToHaveValueAsync("suicida*l");
        await Assertions.Expect(reader.Page.Locator("#yearMin")).ToHaveValueAsync("2001");
        await Assertions.Expect(reader.Page.Locator(Response)).ToBeHiddenAsync();
    });

    [FactInBrowser]
    public Task Words_typed_into_the_search_box_of_the_header_keep_the_focus() => ReadAsync("/studies", async (reader, answers) =>
    {
        await reader.Page.Locator(Midazolam).CheckAsync();
        var tick = await answers.NextAsync();
        await reader.Page.Locator("#search").FillAsync("suicidal");
        await ArriveAsync(reader, tick, "comparator=midazolam");

        await Assertions.Expect(reader.Page.Locator("#search")).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page.Locator("#search")).ToHaveValueAsync("suicidal");
    });

    [FactInBrowser]
    public Task A_box_that_is_pressed_when_the_answer_comes_is_ticked() => ReadAsync("/studies", async (reader, answers) =>
    {
        await reader.Page.Locator(Midazolam).CheckAsync();
        var first = await answers.NextAsync();
        await reader.Page.Locator(Placebo).HoverAsync();
        await reader.Page.Mouse.DownAsync();
        await HeldAnswers.DeliverAsync(reader, first);
        await reader.Page.Mouse.UpAsync();
        await ArriveAsync(reader, await answers.NextAsync(), "comparator=midazolam", "comparator=placebo");
    });

    [FactInBrowser]
    public Task Back_and_at_once_forward_shows_what_the_address_says() => ReadAsync("/studies", async (reader, answers) =>
    {
        await reader.Page.Locator(Midazolam).CheckAsync();
        await ArriveAsync(reader, await answers.NextAsync(), "comparator=midazolam");
        await reader.TurnAsync(() => reader.Page.EvaluateAsync("() => history.back()"), _ => true);
        var back = await answers.NextAsync();
        await reader.TurnAsync(() => reader.Page.EvaluateAsync("() => history.forward()"), _ => true);
        var forward = await answers.NextAsync();
        await HeldAnswers.DeliverAsync(reader, back);
        await HeldAnswers.DeliverAsync(reader, forward);
        await reader.WaitUntilReadyAsync();

        Assert.Equal("/studies?comparator=midazolam", reader.Address);
        await Assertions.Expect(reader.Page.Locator(Midazolam)).ToBeCheckedAsync();
        await Assertions.Expect(Chip(reader, "Midazolam")).ToBeVisibleAsync();
    });

    [FactInBrowser]
    public async Task A_tick_from_before_the_script_runs_is_asked_when_it_does() =>
        await site.ReadAsync(Device.Of("a desktop"), async reader =>
        {
            var scripts = await HeldAnswers.BeginAsync(reader, "script");
            await reader.Page.GotoAsync("/studies", new() { WaitUntil = WaitUntilState.Commit });
            var script = await scripts.NextAsync();
            await reader.Page.Locator(Midazolam).CheckAsync();
            await ArriveAsync(reader, script, "comparator=midazolam");

            await Assertions.Expect(reader.Page.Locator(Midazolam)).ToBeCheckedAsync();
            await Assertions.Expect(Chip(reader, "Midazolam")).ToBeVisibleAsync();
        });

    private Task ReadAsync(string address, Func<Reader, HeldAnswers, Task> read) => site.ReadAsync(Device.Of("a desktop"), async reader =>
    {
        await reader.GoAsync(address);
        await read(reader, await HeldAnswers.BeginAsync(reader, "fetch"));
    });

    private static ILocator Chip(Reader reader, string term) =>
        reader.Page.GetByRole(AriaRole.List, new() { Name = "Filters that hold" }).GetByRole(AriaRole.Link, new() { Name = term });

    /// <summary>Lets the answer come, and waits for the page whose address has these pairs and no other.</summary>
    private static Task ArriveAsync(Reader reader, IRoute request, params string[] pairs) => reader.ChangeAsync(
        () => request.ContinueAsync(),
        url => pairs.Order(StringComparer.Ordinal).SequenceEqual(new Uri(url).Query.Split(['?', '&'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
}
