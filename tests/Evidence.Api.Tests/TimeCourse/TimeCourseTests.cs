using System.Net;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.TimeCourse;

[Trait("Lane", "fast")]
public sealed class TimeCourseTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Severity = "domain=depression-severity&measure=md&instrument=madrs";

    [Theory]
    [InlineData(Severity)]
    [InlineData("domain=response&measure=rr")]
    [InlineData("domain=suicidality&measure=or&windows=0,4,24,200")]
    public async Task A_window_holds_of_each_study_one_effect_that_was_measured_in_it(string query)
    {
        var windows = (await service.Client.JsonAsync($"/v1/time-course?{query}")).GetProperty("windows").EnumerateArray().ToList();

        Assert.Contains(windows, window => window.GetProperty("studies").GetInt32() > 1);
        foreach (var (i, window) in windows.Index())
        {
            var (from, to) = (window.GetProperty("fromHours").GetDecimal(), window.GetProperty("toHours").GetDecimal());
            var rows = window.GetProperty("rows").EnumerateArray().ToList();
            Assert.Distinct(rows.Select(row => row.GetProperty("study").GetString()));
            Assert.Equal(window.GetProperty("studies").GetInt32(), rows.Count);
            Assert.All(rows, row =>
            {
                var hours = row.GetProperty("timeHours").GetDecimal();
                Assert.True((hours > from || (i == 0 && hours == from)) && hours <= to, $"{hours} is not in {from} to {to}");
                Assert.Equal("first-dose", row.GetProperty("timeAnchor").GetString());
            });
            Assert.Equal(i == 0 ? from : windows[i - 1].GetProperty("toHours").GetDecimal(), from);
        }
    }

    [Fact]
    public async Task A_window_is_the_meta_analysis_at_its_middle()
    {
        // 24 hours and twelve on both sides; nothing in the catalogue was measured at 12 hours sharp, which only the pool would take.
        var course = await service.Client.JsonAsync($"/v1/time-course?{Severity}&windows=12,36");
        var pool = await service.Client.JsonAsync($"/v1/meta-analysis?{Severity}&atHours=24&withinHours=12");
        var window = Assert.Single(course.GetProperty("windows").EnumerateArray());

        Assert.Equal(pool.GetProperty("estimate").GetRawText(), window.GetProperty("estimate").GetRawText());
        Assert.Equal(pool.GetProperty("rows").GetRawText(), window.GetProperty("rows").GetRawText());
        Assert.Equal(pool.GetProperty("heterogeneity").GetRawText(), window.GetProperty("heterogeneity").GetRawText());
    }

    [Fact]
    public async Task A_window_of_one_study_has_that_study_s_effect_on_the_normal_distribution()
    {
        var windows = (await service.Client.JsonAsync($"/v1/time-course?{Severity}&study=daly-2018&windows=0,3")).GetProperty("windows");
        var window = Assert.Single(windows.EnumerateArray());
        var row = Assert.Single(window.GetProperty("rows").EnumerateArray());

        foreach (var (ofRow, ofPool) in new[] { ("yi", "estimate"), ("ciLow", "ciLow"), ("ciHigh", "ciHigh") })
            Assert.Equal(row.GetProperty(ofRow).GetDouble(), window.GetProperty("estimate").GetProperty(ofPool).GetDouble(), 1e-12);
        Assert.False(window.GetProperty("estimate").TryGetProperty("degreesOfFreedom", out _));
    }

    [Fact]
    public async Task One_sign_means_benefit_in_all_windows()
    {
        // Some studies count freedom from suicidal thoughts, others count suicidality itself; in one window alone most may be of either kind.
        var course = await service.Client.JsonAsync("/v1/time-course?domain=suicidality&measure=or");
        var benefit = course.GetProperty("settings").GetProperty("benefit").GetString();
        foreach (var window in course.GetProperty("windows").EnumerateArray())
        {
            foreach (var row in window.GetProperty("rows").EnumerateArray())
            {
                var outcome = row.GetProperty("outcomes")[0].GetString();
                var effects = await service.Client.JsonAsync($"/v1/effects?study={row.GetProperty("study").GetString()}&measure=or&domain=suicidality&limit=1000");
                var own = effects.GetProperty("data").EnumerateArray().First(effect => effect.GetProperty("outcome").GetString() == outcome).GetProperty("benefit").GetString();
                Assert.Equal(own != benefit, row.GetProperty("isTurned").GetBoolean());
            }
        }
    }

    [Fact]
    public async Task What_is_in_no_window_is_a_decision()
    {
        var course = await service.Client.JsonAsync($"/v1/time-course?{Severity}&windows=12,36");
        var decisions = course.GetProperty("decisions").EnumerateArray().Concat(course.GetProperty("windows")[0].GetProperty("decisions").EnumerateArray())
            .Select(decision => decision.GetProperty("study").GetString()).ToHashSet();
        var rows = await service.Client.JsonAsync("/v1/effects?domain=depression-severity&measure=md&instrument=madrs&limit=1000");

        Assert.Empty(rows.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("study").GetString()).Except(decisions));
    }

    [Fact]
    public async Task A_row_of_csv_is_a_window_of_json()
    {
        var windows = (await service.Client.JsonAsync($"/v1/time-course?{Severity}")).GetProperty("windows").EnumerateArray().ToList();
        var lines = (await service.Client.TextAsync($"/v1/time-course.csv?{Severity}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');

        Assert.Equal(windows.Count, lines.Length - 1);
        foreach (var (window, line) in windows.Zip(lines.Skip(1)))
        {
            var cells = header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second);
            Assert.Equal(window.GetProperty("studies").GetRawText(), cells["studies"]);
            Assert.Equal(window.TryGetProperty("estimate", out var estimate) ? estimate.GetProperty("estimate").GetRawText() : "", cells["estimate"]);
        }
    }

    [Theory]
    [InlineData($"{Severity}&windows=5", HttpStatusCode.BadRequest, "windows")]
    [InlineData($"{Severity}&windows=5,4", HttpStatusCode.BadRequest, "windows")]
    [InlineData($"{Severity}&windows=5,x", HttpStatusCode.BadRequest, "windows")]
    [InlineData($"{Severity}&atHours=24", HttpStatusCode.BadRequest, "atHours")]
    [InlineData("domain=depression-severity&measure=md", HttpStatusCode.BadRequest, "instrument")]
    [InlineData("domain=response&measure=smd", HttpStatusCode.BadRequest, "measure")]
    [InlineData("domain=adverse-event&measure=rr", HttpStatusCode.BadRequest, "term")]
    [InlineData($"{Severity}&windows=0,0.1", HttpStatusCode.UnprocessableEntity, null)]
    public async Task A_senseless_question_is_refused(string query, HttpStatusCode status, string? parameter)
    {
        using var response = await service.Client.AskAsync($"/v1/time-course?{query}");
        var problem = await response.JsonAsync();

        Assert.Equal(status, response.StatusCode);
        if (parameter is not null)
            Assert.Equal(parameter, problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
    }
}
