using System.Net;
using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.MetaAnalysis;

[Trait("Lane", "fast")]
public sealed class MetaAnalysisTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Severity = "domain=depression-severity&measure=smd&atHours=24";
    private const string Response = "domain=response&measure=rr&atHours=24";

    [Theory]
    [InlineData(Severity)]
    [InlineData(Response)]
    [InlineData("domain=response&measure=or&model=mantel-haenszel&atHours=24")]
    [InlineData("domain=response&measure=peto&model=peto&atHours=24")]
    [InlineData("domain=adverse-event&measure=rd&term=dissociation&model=common")]
    [InlineData("domain=suicidality&measure=or&multiArm=split&crossover=exclude")]
    public async Task Every_study_that_the_filters_leave_has_a_decision_and_every_effect_in_the_pool_was_chosen(string query)
    {
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{query}");
        var decisions = pool.GetProperty("decisions").EnumerateArray().ToList();
        var filters = string.Join('&', query.Split('&').Where(pair => pair.Split('=')[0] is "domain" or "measure" or "term"));
        var found = (await service.Client.JsonAsync($"/v1/effects?{filters}&limit=1000")).GetProperty("data").EnumerateArray().Select(Study).Distinct();
        var rows = pool.GetProperty("rows").EnumerateArray().Select(Study).ToList();
        var chosen = decisions.Where(decision => decision.GetProperty("kind").GetString() == "chosen").Select(Study).ToList();

        Assert.Equal(found.Order(), decisions.Select(Study).Distinct().Order());
        Assert.Equal(rows.Order(), chosen.Order());
        Assert.True(rows.Count > 1);
    }

    [Theory]
    [InlineData(Severity)]
    [InlineData(Response)]
    [InlineData("domain=response&measure=or&model=mantel-haenszel&atHours=24")]
    public async Task Weights_add_up_to_a_hundred_and_leaving_one_out_is_the_pool_without_that_study(string query)
    {
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{query}");
        Assert.Equal(100, pool.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("weight").GetDouble()), 1e-9);

        foreach (var variant in pool.GetProperty("leaveOneOut").EnumerateArray())
        {
            var without = await service.Client.JsonAsync($"/v1/meta-analysis?{query}&excludeStudy={Study(variant)}");
            Assert.Equal(without.GetProperty("estimate").GetProperty("estimate").GetDouble(), variant.GetProperty("estimate").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public async Task The_last_of_the_cumulative_pools_is_the_whole_one_and_they_come_by_year()
    {
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{Severity}");
        var years = pool.GetProperty("rows").EnumerateArray().ToDictionary(Study, row => row.GetProperty("year").GetInt32());
        var cumulative = pool.GetProperty("cumulative").EnumerateArray().ToList();

        Assert.Equal(cumulative.Select(step => years[Study(step)]).Order(), cumulative.Select(step => years[Study(step)]));
        Assert.Equal(pool.GetProperty("estimate").GetProperty("estimate").GetDouble(), cumulative[^1].GetProperty("estimate").GetDouble(), 1e-12);
        Assert.True(cumulative[0].TryGetProperty("notComputed", out _)); // Student's t has no degrees of freedom for one study.
    }

    [Fact]
    public async Task A_ratio_is_given_on_both_scales()
    {
        var estimate = (await service.Client.JsonAsync($"/v1/meta-analysis?{Response}")).GetProperty("estimate");
        foreach (var member in new[] { "estimate", "ciLow", "ciHigh", "predictionLow", "predictionHigh" })
            Assert.Equal(Math.Exp(estimate.GetProperty(member).GetDouble()), estimate.GetProperty("ratio").GetProperty(member).GetDouble(), 1e-9);
        Assert.False((await service.Client.JsonAsync($"/v1/meta-analysis?{Severity}")).GetProperty("estimate").TryGetProperty("ratio", out _));
    }

    [Fact]
    public async Task Groups_are_the_pools_of_their_studies_and_one_study_makes_a_group_too()
    {
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{Severity}&subgroup=intervention");
        var groups = pool.GetProperty("subgroups").GetProperty("groups").EnumerateArray().ToList();

        Assert.Equal(["esketamine", "ketamine"], groups.Select(group => group.GetProperty("group").GetString()).Order());
        foreach (var group in groups)
        {
            var alone = await service.Client.JsonAsync($"/v1/meta-analysis?{Severity}&intervention={group.GetProperty("group").GetString()}");
            Assert.Equal(alone.GetProperty("estimate").GetRawText(), group.GetProperty("estimate").GetRawText());
        }

        var byComparator = await service.Client.JsonAsync($"/v1/meta-analysis?{Severity}&subgroup=comparator");
        var single = byComparator.GetProperty("subgroups").GetProperty("groups").EnumerateArray().First(group => group.GetProperty("effects").GetInt32() == 1);
        Assert.False(single.TryGetProperty("heterogeneity", out _));
        Assert.False(single.GetProperty("estimate").TryGetProperty("degreesOfFreedom", out _));
    }

    [Fact]
    public async Task A_regression_leaves_out_whom_it_knows_nothing_of_and_says_so()
    {
        const string Query = "domain=response&measure=rr&atHours=672&withinHours=400";
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{Query}&moderator=age-mean,year");
        var regression = pool.GetProperty("regression");
        var unknown = pool.GetProperty("decisions").EnumerateArray().Where(decision => decision.GetProperty("reason").GetString() == "no-moderator").Select(Study).ToList();

        Assert.Equal(["", "age-mean", "year"], regression.GetProperty("coefficients").EnumerateArray()
            .Select(coefficient => coefficient.TryGetProperty("moderator", out var name) ? name.GetString() : ""));
        Assert.NotEmpty(unknown);
        Assert.Equal(pool.GetProperty("effects").GetInt32(), regression.GetProperty("effects").GetInt32() + unknown.Count);
    }

    [Theory]
    [InlineData("meta-analysis?domain=depression-severity&measure=smd&atHours=1&withinHours=2&study=daly-2018,diazgranados-2010,zarate-2012", "far too much weight: Diazgranados 2010, Zarate 2012;", true)]
    [InlineData("meta-analysis?domain=depression-severity&measure=smd&atHours=1&withinHours=2&crossover=include&study=daly-2018,zarate-2012", "far too much weight: Zarate 2012;", true)]
    [InlineData("meta-analysis?domain=depression-severity&measure=smd&atHours=24", "too much weight", false)]
    [InlineData("meta-analysis?domain=depression-severity&measure=md&instrument=madrs&atHours=24&study=canuso-2018,chen-2023,correia-melo-2020,daly-2018,fu-2020,ionescu-2021,janik-2025,lapidus-2014,lii-2023,murrough-2013", "and no control: Correia-Melo 2020.", true)]
    [InlineData("meta-analysis?domain=depression-severity&measure=md&instrument=madrs&atHours=24&comparator=placebo", "no control", false)]
    [InlineData("meta-analysis?domain=depression-severity&measure=md&instrument=madrs&atHours=24&study=canuso-2018,chen-2023,correia-melo-2020,daly-2018,fu-2020,ionescu-2021,janik-2025,lapidus-2014,lii-2023,murrough-2013", "The number of people is that of 5 of 10 effects", true)]
    [InlineData("network?domain=response&measure=or&atHours=672&withinHours=400", "What is counted differs: ", true)]
    [InlineData("network?domain=response&measure=or&atHours=672&withinHours=400", "This pools measurements with ", true)]
    public async Task What_a_critical_reader_would_ask_about_is_a_note(string query, string note, bool isSaid) => Assert.Equal(
        isSaid,
        (await service.Client.JsonAsync($"/v1/{query}")).GetProperty("notes").EnumerateArray().Any(each => each.GetString()!.Contains(note, StringComparison.Ordinal)));

    [Fact]
    public async Task Instruments_go_in_their_order_of_priority()
    {
        // Popova 2019 has PHQ-9 beside MADRS on the same day.
        const string Query = "domain=depression-severity&measure=smd&atHours=648&withinHours=24&study=popova-2019,daly-2019,chen-2023,fedgchin-2019";
        var plain = await InstrumentsAsync(Query);
        var asked = await InstrumentsAsync(Query + "&instruments=phq-9");

        Assert.Equal("madrs", plain["popova-2019"]);
        Assert.Equal("phq-9", asked["popova-2019"]);
    }

    [Theory]
    [InlineData("measure=smd", "domain")]
    [InlineData("domain=response", "measure")]
    [InlineData("domain=response&measure=smd", "measure")]
    [InlineData("domain=depression-severity&measure=rr", "measure")]
    [InlineData("domain=depression-severity,response&measure=smd", "domain")]
    [InlineData("domain=depression-severity&measure=md", "instrument")]
    [InlineData("domain=adverse-event&measure=rr", "term")]
    [InlineData("domain=response&measure=rr&model=peto", "measure")]
    [InlineData("domain=response&measure=hr&model=mantel-haenszel", "measure")]
    [InlineData("domain=response&measure=rr&model=common&tau2=reml", "tau2")]
    [InlineData("domain=response&measure=rr&model=mantel-haenszel&interval=hartung-knapp", "interval")]
    [InlineData("domain=response&measure=rr&model=mantel-haenszel&subgroup=route", "subgroup")]
    [InlineData("domain=response&measure=rr&model=mantel-haenszel&moderator=year", "moderator")]
    [InlineData("domain=response&measure=rr&withinHours=3", "withinHours")]
    [InlineData($"{Severity}&moderator=time-hours", "moderator")] // All were measured at 24 hours.
    [InlineData($"{Severity}&moderator=year,age-mean,enrolled,time-hours", "moderator")]
    [InlineData("domain=response&measure=rr&moderator=dose", "moderator")] // In mg and in mg/kg.
    [InlineData($"{Severity}&intervention=esketamine&subgroup=intervention", "subgroup")]
    [InlineData($"{Severity}&hasEffect=true", "hasEffect")]
    [InlineData($"{Severity}&sort=study", "sort")]
    [InlineData($"{Severity}&timeHoursMin=30&timeHoursMax=20", "timeHoursMin")]
    public async Task A_senseless_question_is_refused_with_its_parameter(string query, string parameter)
    {
        foreach (var path in new[] { "/v1/meta-analysis", "/v1/meta-analysis.csv" })
        {
            using var response = await service.Client.AskAsync($"{path}?{query}");
            var problem = await response.JsonAsync();

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(parameter, problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
        }
    }

    [Theory]
    [InlineData("domain=remission&measure=rr&comparator=ect", "No study has an effect")]
    [InlineData("domain=response&measure=rr&comparator=ect", "One study (anand-2023) has an effect")]
    [InlineData("domain=response&measure=rr&study=chen-2023", "One study (chen-2023) has an effect")]
    [InlineData("domain=psychotomimetic&measure=smd", "No contrast of two arms meets the filters")]
    public async Task A_question_that_too_few_studies_answer_is_refused_with_what_was_left_out(string query, string detail)
    {
        using var response = await service.Client.AskAsync($"/v1/meta-analysis?{query}");
        var problem = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("urn:evidence:problem:cannot-be-pooled", problem.GetProperty("type").GetString());
        Assert.StartsWith(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_out_of_too_few_does_not_name_the_study_that_is_left()
    {
        using var response = await service.Client.AskAsync("/v1/meta-analysis?domain=depression-severity&measure=md&instrument=madrs&atHours=24&withinHours=12&intervention=ketamine&route=iv&comparator=midazolam");
        var detail = (await response.JsonAsync()).GetProperty("detail").GetString()!;

        Assert.StartsWith("One study (murrough-2013) has an effect", detail, StringComparison.Ordinal);
        Assert.Single(detail.Split("murrough-2013").Skip(1));
    }

    private async Task<Dictionary<string, string>> InstrumentsAsync(string query) =>
        (await service.Client.JsonAsync($"/v1/meta-analysis?{query}")).GetProperty("rows").EnumerateArray()
            .ToDictionary(Study, row => row.GetProperty("instrument").GetString()!);

    private static string Study(JsonElement of) => of.GetProperty("study").GetString()!;
}
