using System.Globalization;
using Evidence.Api.Tests.MetaAnalysis;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Effects;

/// <summary>The raw columns of <c>/v1/effects.csv</c> give its <c>yi</c> and <c>vi</c> again, by metafor's <c>escalc</c>.</summary>
public sealed class EscalcTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [TheoryWithMetafor]
    [InlineData("md")]
    [InlineData("smd")]
    [InlineData("smdh")]
    [InlineData("rom")]
    public async Task Means_give_every_effect_again(string measure) => await AgreesAsync(
        measure,
        $"e <- escalc(\"{measure.ToUpperInvariant()}\", n1i = n1i, m1i = m1i, sd1i = sd1i, n2i = n2i, m2i = m2i, sd2i = sd2i, data = d)",
        row => row["basis"] is "arms" or "arms-converted");

    [TheoryWithMetafor]
    [InlineData("or", "TRUE")]
    [InlineData("rr", "TRUE")]
    [InlineData("peto", "FALSE")] // By its own formula such a table has no effect either.
    [InlineData("rd", "FALSE")]
    public async Task Counts_give_every_effect_again_and_none_where_there_is_none(string measure, string drop00) => await AgreesAsync(
        measure,
        $"e <- escalc(\"{measure.ToUpperInvariant()}\", ai = ai, bi = bi, ci = ci, di = di, data = d, drop00 = {drop00}{(measure == "peto" ? ", add = 0" : "")})",
        row => row["ai"] != "" && row["basis"] is "arms" or "");

    private async Task AgreesAsync(string measure, string escalc, Func<Dictionary<string, string>, bool> isOfArms)
    {
        var address = $"/v1/effects.csv?measure={measure}";
        var rows = Csv.Read(await service.Client.TextAsync(address));
        var computed = await Metafor.RunAsync(
            service.Client,
            $"d <- read.csv(addresses[1]); {escalc}; for (i in seq_len(nrow(d))) say(\"row\", if (is.finite(e$yi[i])) c(e$yi[i], e$vi[i]) else c(NA, NA))",
            service.Client.BaseAddress!.ToString().TrimEnd('/') + address);

        Assert.Equal(rows.Count, computed.Count);
        var ofArms = rows.Zip(computed).Where(pair => isOfArms(pair.First)).ToList();
        Assert.True(ofArms.Count > 20, $"Only {ofArms.Count} rows have figures of both arms.");
        Assert.All(ofArms, pair =>
        {
            var what = $"{pair.First["study"]} {pair.First["outcome"]} {pair.First["arm"]} {measure}";
            Metafor.Agrees(pair.Second.Numbers[0], Number(pair.First["yi"]), Metafor.Computed, what + " yi");
            Metafor.Agrees(pair.Second.Numbers[1], Number(pair.First["vi"]), Metafor.Computed, what + " vi");
        });
    }

    private static double? Number(string cell) => cell == "" ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
