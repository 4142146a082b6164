using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class SuicidalityTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task Suicidality_at_24_hours_and_day_7_only_where_it_was_required_at_entry(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await PoolPage.BeginAsync(reader, "Suicidal thoughts gone or much less, by each study’s definition, a day after the first dose");
            var all = await PoolPage.StudiesAsync(reader);
            await PoolPage.ReopenAsync(reader);
            await PoolPage.TickAsync(reader, "Suicidality at entry", "Required");
            await PoolPage.PoolAsync(reader);

            Assert.Contains("populationSuicidality=required", reader.Address, StringComparison.Ordinal);
            Assert.True((await PoolPage.StudiesAsync(reader)).Count < all.Count, "The filter left everything.");
            var (_, day) = await reader.DownloadAsync("Effects as CSV");
            Assert.Equal((await PoolPage.StudiesAsync(reader)).Count, Csv.Read(day).Count);

            await PoolPage.ReopenAsync(reader);
            await reader.Page.GetByLabel("Hours after the first dose").FillAsync("168");
            await reader.Page.GetByLabel("Time window (± hours)").FillAsync("");
            reader.Expects(422); // As long as one study alone measured it so that it can be pooled, its effects are offered without a pool.
            await PoolPage.PoolAsync(reader);
            var (_, week) = await reader.DownloadAsync("effects as CSV", isExact: false);
            Assert.NotEmpty(Csv.Read(week));
            Assert.All(Csv.Read(week), row => Assert.InRange(double.Parse(row["timeHours"], System.Globalization.CultureInfo.InvariantCulture), 84, 252));
        });
}
