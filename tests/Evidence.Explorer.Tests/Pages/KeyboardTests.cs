using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

public sealed class KeyboardTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    [FactInBrowser]
    public async Task A_slash_goes_to_the_search_box_from_anywhere() =>
        await site.ReadAsync(Device.Of("a desktop"), async reader =>
        {
            await reader.GoAsync("/claims");
            await reader.Page.Keyboard.PressAsync("/");
            await reader.Page.Keyboard.TypeAsync("dissociation");
            await reader.ChangeAsync(() => reader.Page.Keyboard.PressAsync("Enter"));

            Assert.Equal("/studies?q=dissociation", reader.Address);
        });
}
