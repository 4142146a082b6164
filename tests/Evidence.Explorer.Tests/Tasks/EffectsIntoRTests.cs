using System.Collections.Concurrent;
using System.Globalization;
using Evidence.Api.Tests.Testing;
using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Tasks;

public sealed class EffectsIntoRTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly Site site = shared.Site;

    public static TheoryData<string> Readers => Story.Readers;

    /// <summary>What a statistician types: the file, the effects that could be computed, the pool.</summary>
    private const string Script = """
        effects <- read.csv(commandArgs(trailingOnly = TRUE)[1])
        pool <- suppressWarnings(metafor::rma(yi, vi, data = effects[!is.na(effects$vi), ]))
        cat(pool$k, sprintf("%.6f", pool$beta))
        """;

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Printed = new();

    [TheoryInBrowser(Needs.Metafor)]
    [MemberData(nameof(Readers))]
    public async Task MADRS_at_24_hours_of_intravenous_ketamine_against_midazolam_goes_into_R(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await PoolPage.OpenAsync(reader);
            await reader.Page.GetByLabel("Outcome", new() { Exact = true }).SelectOptionAsync("Depression severity");
            await reader.Page.GetByLabel("Measure of the effect").SelectOptionAsync("Mean difference");
            await PoolPage.TickAsync(reader, "Instruments", "MADRS");
            await PoolPage.TickAsync(reader, "Given", "Ketamine");
            await PoolPage.TickAsync(reader, "By which route", "Intravenous");
            await PoolPage.TickAsync(reader, "Against", "Midazolam");
            await reader.Page.GetByLabel("Hours after the first dose").FillAsync("24");
            reader.Expects(422); // One study is no pool; its effects are there all the same.
            await PoolPage.PoolAsync(reader);
            await PoolPage.NameStudyAsync(reader, Correction.StudyId);
            Assert.Contains("at least two are needed", await reader.TextAsync(), StringComparison.Ordinal);

            var (name, csv) = await reader.DownloadAsync("The effects as CSV");
            Assert.EndsWith(".csv", name, StringComparison.Ordinal);
            Assert.All(Csv.Read(csv), row => Assert.Equal(("madrs", "midazolam", "iv"), (row["instrument"], row["comparator"], row["route"])));
            Assert.Equal("1 -7.950000", await InRAsync(csv));
        });

    [TheoryInBrowser(Needs.Metafor)]
    [MemberData(nameof(Readers))]
    public async Task The_effects_of_a_pool_give_the_same_estimate_in_R(string who) =>
        await site.ReadAsync(Device.Of(who), async reader =>
        {
            await PoolPage.BeginAsync(reader, "MADRS after a month in people whose depression resisted treatment");
            var (_, csv) = await reader.DownloadAsync("Effects as CSV");

            var said = (await InRAsync(csv)).Split(' ');
            var studies = await PoolPage.StudiesAsync(reader);
            Assert.Equal(studies.Count, int.Parse(said[0], CultureInfo.InvariantCulture));
            var estimate = double.Parse(said[1], CultureInfo.InvariantCulture).ToString("F1", CultureInfo.InvariantCulture).Replace('-', '−');
            Assert.Contains(estimate + " [", await reader.Page.Locator("table.effects tr.overall").InnerTextAsync(), StringComparison.Ordinal);
        });

    /// <summary>Returns what R prints of a file. Most readers download the same, which R is asked once.</summary>
    private static Task<string> InRAsync(string csv) => Printed.GetOrAdd(csv, text => new Lazy<Task<string>>(() => RunAsync(text))).Value;

    private static async Task<string> RunAsync(string csv)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "effects.csv");
        await File.WriteAllTextAsync(file, csv);
        var (exitCode, output, errors) = await CommandLine.RunAsync(folder.Path, "Rscript", "--vanilla", "-e", Script, file);
        return exitCode == 0 ? output : throw new InvalidOperationException(errors);
    }
}
