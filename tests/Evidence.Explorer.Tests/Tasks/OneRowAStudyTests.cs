using System.Globalization;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class OneRowAStudyTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    [TheoryInBrowser]
    [MemberData(nameof(Readers))]
    public async Task Each_study_gives_one_row_nearest_24_hours(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await PoolPage.BeginAsync(reader, "Response a day after the first dose");
            var shown = await PoolPage.StudiesAsync(reader);
            var (_, csv) = await reader.DownloadAsync("Effects as CSV");

            var rows = Csv.Read(csv);
            Assert.True(rows.Count > 3, $"Only {rows.Count} rows.");
            Assert.Equal(rows.Count, rows.Select(row => row["study"]).Distinct().Count());
            Assert.Equal(rows.Select(row => AsShown(row["label"])).Order(), shown.Order());
            Assert.All(rows, row => Assert.InRange(double.Parse(row["timeHours"], CultureInfo.InvariantCulture), 12, 36));
            Assert.Contains("Decisions", await reader.TextAsync(), StringComparison.Ordinal);
        });

    /// <summary>A label without the apostrophe that keeps a spreadsheet from running it, in one line as a page shows it.</summary>
    private static string AsShown(string label) => label.TrimStart('\'').ReplaceLineEndings(" ");
}
