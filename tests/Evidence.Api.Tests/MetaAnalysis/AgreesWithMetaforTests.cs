using System.Text.Json;
using Evidence.Api.Tests.Testing;
using static Evidence.Api.Tests.MetaAnalysis.Metafor;

namespace Evidence.Api.Tests.MetaAnalysis;

/// <summary>
/// What a researcher does with the rows, against what the service answers: <c>d &lt;- read.csv(url); rma(yi, vi, data = d)</c>. Nothing
/// is known here of how the service computes.
/// </summary>
public sealed class AgreesWithMetaforTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    /// <summary>Rows of the list that are one a study without any choice to be made.</summary>
    private const string OneRowEach = "&hasEffect=true&ofSubgroup=false&excludeDesign=systematic-review,preclinical,single-arm,cohort,case-series,non-randomized";

    private const string Pools = """
        d <- read.csv(addresses[1])
        tests <- c(knha = "hartung-knapp", adhoc = "hartung-knapp-never-narrower", t = "student-t", z = "wald")
        say_pool <- function(asked, r, p) say(asked, r$beta, r$se, r$ci.lb, r$ci.ub, r$zval, r$pval, p$pi.lb, p$pi.ub, r$QE, r$QEp, r$I2, r$H2,
          if (r$method == "EE") NA else r$tau2, as.numeric(weights(r)))
        nothing <- list(pi.lb = NA, pi.ub = NA)
        for (method in c("REML", "DL", "PM", "ML", "EB", "SJ", "HS", "HE")) for (test in names(tests)) {
          if (test %in% c("adhoc", "t", "z") && !method %in% c("REML", "DL")) next
          r <- fit(d, method, test)
          say_pool(paste0("tau2=", tolower(method), "&interval=", tests[test]), r, if (r$k > 2) predict(r, pi.type = "riley") else nothing)
        }
        for (test in c("t", "z")) say_pool(paste0("model=common&interval=", tests[test]), rma(yi, vi, data = d, method = "EE", test = test), nothing)
        """;

    [TheoryWithMetafor]
    [InlineData("domain=response&measure=rr&comparator=midazolam", 5)]
    [InlineData("domain=response&measure=or&intervention=ketamine&timeHoursMin=20&timeHoursMax=30", 4)]
    [InlineData("domain=response&measure=rd&intervention=ketamine&timeHoursMin=300&timeHoursMax=400", 3)]
    [InlineData("domain=remission&measure=rd&timeHoursMin=672&timeHoursMax=672", 3)]
    [InlineData("domain=depression-severity&measure=md&intervention=ketamine&instrument=madrs&timeHoursMin=20&timeHoursMax=30", 3)]
    [InlineData("domain=depression-severity&measure=md&instrument=madrs&timeHoursMin=672&timeHoursMax=672", 3)]
    [InlineData("domain=response&measure=rr&study=anand-2023,arabzadeh-2018,canuso-2018,feder-2021,grunebaum-2017,hu-2016,jelovac-2025,lapidus-2014,murrough-2013,su-2023", 10)]
    [InlineData("domain=depression-severity&measure=md&instrument=madrs&timeHoursMin=24&timeHoursMax=72&study=canuso-2018,chen-2023,correia-melo-2020,fu-2020,ionescu-2021,ket01-2026,lapidus-2014,murrough-2013", 8)]
    [InlineData("domain=depression-severity&measure=md&intervention=esketamine&instrument=madrs&timeHoursMin=24&timeHoursMax=24&study=canuso-2018,chen-2023,correia-melo-2020,fu-2020,ionescu-2021", 5)]
    [InlineData("domain=depression-severity&measure=smd&timeHoursMin=24&timeHoursMax=72&study=berman-2000,chen-2023,correia-melo-2020,diazgranados-2010", 4)]
    [InlineData("domain=remission&measure=or&study=canuso-2018,correia-melo-2020,domany-2019,grunebaum-2017,hu-2016,jelovac-2025", 6)]
    [InlineData("domain=suicidality&measure=rd&study=abbar-2022,burger-2016,grunebaum-2018,price-2014", 4)]
    [InlineData("domain=anxiety&measure=smd&study=chen-2023,feder-2021,popova-2019,price-2014", 4)]
    public async Task Rows_of_the_list_of_effects_pool_to_the_same(string selection, int studies)
    {
        var listed = Csv.Read(await service.Client.TextAsync($"/v1/effects.csv?{selection}{OneRowEach}"));
        var pooled = Csv.Read(await service.Client.TextAsync($"/v1/meta-analysis.csv?{selection}"));
        Assert.Equal(studies, listed.Select(row => row["study"]).Distinct().Count());
        Assert.Equal(pooled.Select(row => (row["study"], row["yi"], row["vi"])), listed.Select(row => (row["study"], row["yi"], row["vi"])));

        await PoolsAgreeAsync(selection, At($"/v1/effects.csv?{selection}{OneRowEach}"));
    }

    [TheoryWithMetafor]
    [InlineData("domain=depression-severity&measure=smd&atHours=24&intervention=ketamine,esketamine")]
    [InlineData("domain=depression-severity&measure=md&instrument=madrs&atHours=672&withinHours=100")]
    [InlineData("domain=response&measure=rr&atHours=24&withinHours=48")]
    [InlineData("domain=response&measure=or&multiArm=split")]
    [InlineData("domain=suicidality&measure=smd&atHours=24&withinHours=24&crossover=exclude")]
    public async Task Rows_of_a_pool_with_its_choices_made_pool_to_the_same(string selection) =>
        await PoolsAgreeAsync(selection, At($"/v1/meta-analysis.csv?{selection}"));

    [TheoryWithMetafor]
    [InlineData("domain=response&measure=or")]
    [InlineData("domain=response&measure=rr&atHours=24")]
    [InlineData("domain=remission&measure=rd")]
    [InlineData("domain=discontinuation&measure=rd")]
    public async Task Counts_of_a_pool_have_the_same_Mantel_Haenszel_estimate(string selection) =>
        await TablesAgreeAsync(
            $"{selection}&model=mantel-haenszel",
            $"rma.mh(ai, bi, ci, di, data = d, measure = \"{selection.Split("measure=")[1].Split('&')[0].ToUpperInvariant()}\")");

    [TheoryWithMetafor]
    [InlineData("domain=response&measure=peto")]
    [InlineData("domain=discontinuation-adverse-event&measure=peto")]
    [InlineData("domain=remission&measure=peto&intervention=esketamine")]
    public async Task Counts_of_a_pool_have_the_same_Peto_estimate(string selection) =>
        await TablesAgreeAsync($"{selection}&model=peto", "rma.peto(ai, bi, ci, di, data = d)");

    [TheoryWithMetafor]
    [InlineData("domain=response&measure=rr", "reml", "hartung-knapp", "knha")]
    [InlineData("domain=response&measure=or", "dl", "wald", "z")]
    [InlineData("domain=depression-severity&measure=smd&atHours=24", "reml", "wald", "z")]
    public async Task What_is_said_of_single_studies_and_small_ones_is_the_same(string selection, string tau2, string interval, string test)
    {
        var said = (await RunAsync(
            service.Client,
            $$"""
            d <- read.csv(addresses[1])
            r <- fit(d, "{{tau2.ToUpperInvariant()}}", "{{test}}")
            l <- as.data.frame(leave1out(r))
            for (i in seq_len(r$k)) say(d$study[i], l$estimate[i], l$ci.lb[i], l$ci.ub[i], l$pval[i], l$I2[i], l$tau2[i])
            e <- regtest(d$yi, d$vi, model = "lm")
            slope <- coef(summary(e$fit))[2, ]
            say("egger", slope[1], slope[2], e$pval, e$est)
            e <- regtest(r, model = "rma")
            say("eggerRandomEffects", e$fit$beta[2], e$fit$se[2], e$pval, e$est)
            k <- ranktest(d$yi, d$vi)
            say("begg", k$tau, k$pval)
            f <- trimfill(r, test = r$test, control = r$control) # Left to itself it goes back to the defaults of both.
            say("trimAndFill", f$k0, f$side == "left", f$beta, f$se, f$ci.lb, f$ci.ub, sort(f$yi[f$fill]))
            """,
            At($"/v1/meta-analysis.csv?{selection}"))).ToDictionary(line => line.Name, line => line.Numbers);
        var answer = await service.Client.JsonAsync($"/v1/meta-analysis?{selection}&tau2={tau2}&interval={interval}");

        foreach (var left in answer.GetProperty("leaveOneOut").EnumerateArray())
            Agree(said[left.GetProperty("study").GetString()!], left, "without " + left.GetProperty("study"), "estimate", "ciLow", "ciHigh", "p", "iSquared", "tauSquared");
        Assert.Equal(said.Count - 4, answer.GetProperty("leaveOneOut").GetArrayLength());
        var small = answer.GetProperty("smallStudyEffects");
        Agree(said["egger"], small.GetProperty("egger"), "Egger", "slope", "standardError", "p", "limitEstimate");
        Agree(said["eggerRandomEffects"], small.GetProperty("eggerRandomEffects"), "Egger with random effects", "slope", "standardError", "p", "limitEstimate");
        Agree(said["begg"], small.GetProperty("begg"), "Begg", "tau", "p");
        var filled = small.GetProperty("trimAndFill");
        Assert.Equal(said["trimAndFill"].Take(2), [filled.GetProperty("missing").GetInt32(), filled.GetProperty("isLeft").GetBoolean() ? 1 : 0]);
        Agree(said["trimAndFill"].Skip(2).Take(4), filled.GetProperty("estimate"), "trim and fill", "estimate", "standardError", "ciLow", "ciHigh");
        var mirrored = filled.GetProperty("filled").EnumerateArray().Select(effect => effect.GetDouble()).Order().ToList();
        Assert.Equal(said["trimAndFill"].Count - 6, mirrored.Count);
        Assert.All(said["trimAndFill"].Skip(6).Zip(mirrored), pair => Agrees(pair.First, pair.Second, Iterated, "filled in"));
    }

    private async Task PoolsAgreeAsync(string selection, string rows)
    {
        var pools = await RunAsync(service.Client, Pools, rows);
        Assert.Equal(16, pools.Count);
        foreach (var (asked, numbers) in pools)
        {
            var answer = await service.Client.JsonAsync($"/v1/meta-analysis?{selection}&{asked}");
            Assert.True(answer.TryGetProperty("estimate", out var estimate), $"{asked}: {answer}");
            Agree(numbers.Take(8), estimate, asked, "estimate", "standardError", "ciLow", "ciHigh", "statistic", "p", "predictionLow", "predictionHigh");
            Agree(numbers.Skip(8).Take(5), answer.GetProperty("heterogeneity"), asked, "q", "p", "iSquared", "hSquared", "tauSquared");
            var weights = answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("weight").GetDouble()).ToList();
            Assert.Equal(numbers.Count - 13, weights.Count);
            Assert.All(numbers.Skip(13).Zip(weights), pair => Agrees(pair.First, pair.Second, Iterated, $"{asked}: weight"));
        }
    }

    private async Task TablesAgreeAsync(string question, string model)
    {
        var said = Assert.Single(await RunAsync(
            service.Client,
            $"d <- read.csv(addresses[1]); r <- {model}; say(\"pool\", r$beta, r$se, r$ci.lb, r$ci.ub, r$zval, r$pval, r$QE, r$QEp, r$I2)",
            At($"/v1/meta-analysis.csv?{question}"))).Numbers;
        var answer = await service.Client.JsonAsync($"/v1/meta-analysis?{question}");
        Assert.True(answer.TryGetProperty("estimate", out var estimate), $"{question}: {answer}");
        Agree(said.Take(6), estimate, question, "estimate", "standardError", "ciLow", "ciHigh", "statistic", "p");
        Agree(said.Skip(6), answer.GetProperty("heterogeneity"), question, "q", "p", "iSquared");
    }

    private static void Agree(IEnumerable<double?> expected, JsonElement actual, string where, params string[] members) =>
        Assert.All(expected.Zip(members), pair =>
            Agrees(pair.First, actual.TryGetProperty(pair.Second, out var value) ? value.GetDouble() : null, Iterated, $"{where}: {pair.Second}"));

    private string At(string address) => service.Client.BaseAddress!.ToString().TrimEnd('/') + address;
}
