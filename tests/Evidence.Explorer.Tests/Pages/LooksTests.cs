using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

public sealed class LooksTests(SharedSite shared) : IClassFixture<SharedSite>
{
    public static TheoryData<string> Pages => [.. Addresses.ForReaders];

    [TheoryInBrowser(Needs.Npm)]
    [MemberData(nameof(Pages))]
    public Task A_page_loads_without_complaint_every_stop_of_the_keyboard_is_seen_axe_finds_nothing_in_any_look_it_fits_320_pixels_and_prints(string address) =>
        Looks.CheckPageAsync(shared.Site, address);
}
