using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class LastRevisionTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task The_last_revisions_query_is_repeated_and_what_changed_is_shown(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await PoolPage.BeginAsync(reader, "Response a day after the first dose");
            await reader.FollowAsync("Compare with an earlier revision");

            var text = await reader.TextAsync();
            Assert.Contains("The pooled result at both revisions", text, StringComparison.Ordinal);
            Assert.Contains(Correction.StudyId, text, StringComparison.Ordinal);
            Assert.Contains(Correction.OutcomeId, text, StringComparison.Ordinal);
            Assert.Contains("for a test", text, StringComparison.Ordinal); // The reason that the curator gave.
            await reader.FollowAsync("Open at the earlier");
            Assert.EndsWith("revision=2", reader.Address, StringComparison.Ordinal);
            Assert.Contains("as it was at revision 2", await reader.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        });
}
