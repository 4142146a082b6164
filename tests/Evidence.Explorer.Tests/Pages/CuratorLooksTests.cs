using Evidence.Explorer.Tests.Testing;
using Microsoft.Playwright;

namespace Evidence.Explorer.Tests.Pages;

/// <summary>The pages of curators are a class of their own, so that they are checked while those of readers are.</summary>
public sealed class CuratorLooksTests(SharedSite shared) : IClassFixture<SharedSite>
{
    public static TheoryData<string> Pages => [.. Addresses.ForCurators];

    [TheoryInBrowser(Needs.Npm)]
    [MemberData(nameof(Pages))]
    public Task A_page_loads_without_complaint_every_stop_of_the_keyboard_is_seen_axe_finds_nothing_in_any_look_it_fits_320_pixels_and_prints(string address) =>
        Looks.CheckPageAsync(shared.Site, address);

    [FactInBrowser(Needs.Npm)]
    public async Task Nothing_is_found_either_where_fields_have_findings_beside_them() =>
        await shared.Site.ReadAsync(Looks.First, async reader =>
        {
            reader.Expects(422);
            await reader.GoAsync("/curate/studies/takahashi-2021");
            await reader.Page.GetByLabel("Label").First.FillAsync("");
            await reader.Page.GetByLabel("Enrolled").FillAsync("many");
            await reader.Page.GetByLabel("Age mean").FillAsync("young");
            await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Check without saving" }).First.ClickAsync();
            await Assertions.Expect(reader.Page.Locator("[aria-invalid=true]")).ToHaveCountAsync(3);
            await reader.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => { part.open = true; })");
            await Looks.CheckAsync(reader);
        });
}
