using System.Text.RegularExpressions;
using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Tasks;

/// <summary>It writes, so that it has a catalogue of its own.</summary>
public sealed partial class EditStudyTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task A_curator_mends_a_figure_after_a_finding_beside_it_and_sees_the_revision(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            reader.Expects(422);
            await reader.GoAsync("/curate/studies/takahashi-2021");
            await reader.Page.Locator("summary", new() { HasTextRegex = FirstOutcome() }).ClickAsync();
            var before = await Deviation(reader).InputValueAsync();
            await Deviation(reader).FillAsync("-8");
            await reader.Page.GetByLabel("Acronym").FillAsync($"For {who}");
            await CheckAsync(reader);

            await Assertions.Expect(Deviation(reader)).ToHaveValueAsync("-8");
            await Assertions.Expect(Deviation(reader)).ToHaveAttributeAsync("aria-invalid", "true");
            await Assertions.Expect(Deviation(reader)).ToHaveAccessibleDescriptionAsync(Negative());
            await reader.FollowAsync("Outcome 1 › Arm result 1 › SD");
            await Assertions.Expect(Deviation(reader)).ToBeFocusedAsync();

            await reader.Page.Keyboard.PressAsync("Control+A");
            await reader.Page.Keyboard.TypeAsync(before);
            await reader.Page.Keyboard.PressAsync("Enter"); // The first button, which only checks.
            await Assertions.Expect(reader.Page.GetByText("Saving it makes a new version")).ToBeVisibleAsync();

            await reader.Page.GetByLabel("Why", new() { Exact = true }).FillAsync($"Read again on {who}");
            await reader.ChangeAsync(() => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Save as a revision" }).ClickAsync());
            Assert.Contains("Saved as revision", await reader.TextAsync(), StringComparison.Ordinal);
            Assert.Equal($"For {who}", await reader.Page.GetByLabel("Acronym").InputValueAsync());
            await reader.ChangeAsync(() => reader.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).First.ClickAsync(), url => url.Contains("/compare?", StringComparison.Ordinal));
            Assert.Contains($"Read again on {who}", await reader.TextAsync(), StringComparison.Ordinal);
        });

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task A_button_adds_an_arm_which_is_in_sight_and_another_takes_it_away(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await reader.GoAsync("/curate/studies/zarate-2006");
            await reader.ChangeAsync(() => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add arm", Exact = true }).ClickAsync());
            var third = reader.Page.GetByRole(AriaRole.Group, new() { NameRegex = ThirdArm() });

            await Assertions.Expect(third.GetByLabel("Label")).ToBeInViewportAsync();
            await reader.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(reader.Page.Locator("summary", new() { HasTextRegex = ThirdArm() })).ToBeFocusedAsync();
            await reader.ChangeAsync(() => third.GetByRole(AriaRole.Button, new() { Name = "Remove arm 3" }).ClickAsync());
            await Assertions.Expect(third).ToHaveCountAsync(0);
            await Assertions.Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Arms" })).ToBeInViewportAsync();
        });

    private static ILocator Deviation(Reader reader) =>
        reader.Page.GetByRole(AriaRole.Group, new() { NameRegex = FirstOutcome() }).GetByRole(AriaRole.Group, new() { NameRegex = FirstResult() }).GetByLabel("SD", new() { Exact = true });

    private static async Task CheckAsync(Reader reader)
    {
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Check without saving" }).First.ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "What keeps it out" }).WaitForAsync();
    }

    [GeneratedRegex("^Outcome 1 ")]
    private static partial Regex FirstOutcome();

    [GeneratedRegex("^Arm result 1 ")]
    private static partial Regex FirstResult();

    [GeneratedRegex("^Arm 3")]
    private static partial Regex ThirdArm();

    [GeneratedRegex("is negative|above zero|more than zero")]
    private static partial Regex Negative();
}
