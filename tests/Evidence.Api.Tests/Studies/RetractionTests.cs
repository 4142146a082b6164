using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Formats.Problems;
using static Evidence.Api.Tests.Studies.RetractedCatalogue;

namespace Evidence.Api.Tests.Studies;

/// <summary>Whatever touches a retracted report says so.</summary>
public sealed class RetractionTests(RetractedCatalogue service) : IClassFixture<RetractedCatalogue>
{
    private const string Three = $"study={Retracted},{OfConcern},{Corrected}";
    private const string HeaderOfTwo = $"retracted=\"{Retracted}\", expression-of-concern=\"{OfConcern}\"";
    private const string HeaderOfThree = $"retracted=\"{Retracted}, {OtherReport}\", expression-of-concern=\"{OfConcern}\"";

    [Theory]
    [InlineData("retracted", $"{Retracted} {OtherReport}")]
    [InlineData("expression-of-concern", OfConcern)]
    [InlineData("corrected", Corrected)]
    [InlineData("none", Stands)]
    [InlineData("corrected,expression-of-concern", $"{Corrected} {OfConcern}")]
    public async Task Studies_are_filtered_by_their_worst_report(string status, string studies)
    {
        Assert.Equal(studies.Split(' '), await IdsAsync($"retractionStatus={status}"));
        var all = await IdsAsync("");
        Assert.Equal(all.Except(studies.Split(' ')), await IdsAsync($"excludeRetractionStatus={status}")); // unchecked ones stay in
    }

    [Fact]
    public async Task Facets_count_each_status_and_warn()
    {
        var (facets, header) = await JsonAsync("/v1/facets");
        var facet = facets.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("filter").GetString() == "retractionStatus");

        Assert.Equal(["none 1", "corrected 1", "expression-of-concern 1", "retracted 2"], facet.GetProperty("terms").EnumerateArray().Select(term => $"{term.GetProperty("term")} {term.GetProperty("count")}"));
        Assert.Equal(HeaderOfThree, header);
        Assert.Equal(3, facets.GetProperty("warnings").GetArrayLength());
    }

    [Theory]
    [InlineData("/v1/studies")]
    [InlineData("/v1/outcomes")]
    [InlineData("/v1/effects")]
    [InlineData("/v1/onset")]
    [InlineData("/v1/risk-of-bias")]
    public async Task Rows_of_every_list_have_the_status_and_a_page_warns_of_the_whole_list(string path)
    {
        var (page, header) = await JsonAsync($"{path}?limit=1");
        var (all, _) = await JsonAsync($"{path}?limit=1000&study={Retracted},{OfConcern},{Corrected},{OtherReport},{Stands}");
        var rows = all.GetProperty("data").EnumerateArray().ToList();
        var expected = new Dictionary<string, string>
        {
            [Retracted] = "retracted",
            [OtherReport] = "retracted",
            [OfConcern] = "expression-of-concern",
            [Corrected] = "corrected",
            [Stands] = "none",
        };
        var touched = rows.Select(StudyOf).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(expected[StudyOf(row)], row.GetProperty("retractionStatus").GetString()));
        var warned = page.GetProperty("warnings").EnumerateArray().ToList();
        Assert.Equal(touched.Except([Corrected, Stands]), warned.Select(StudyOf));
        Assert.All(warned, warning => Assert.Contains(StudyOf(warning), header, StringComparison.Ordinal));
        Assert.Single(page.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task A_warning_names_the_reports()
    {
        var warning = (await JsonAsync($"/v1/studies?study={Retracted}")).Body.GetProperty("warnings")[0];

        Assert.Equal(("Chen 2023", "retracted", true), (warning.GetProperty("label").GetString(), warning.GetProperty("status").GetString(), warning.GetProperty("primaryIsRetracted").GetBoolean()));
        var report = Assert.Single(warning.GetProperty("reports").EnumerateArray());
        Assert.Equal(("primary", "retracted", "2026-11-23"), (report.GetProperty("role").GetString(), report.GetProperty("status").GetString(), report.GetProperty("checkedOn").GetString()));
        Assert.StartsWith("10.", report.GetProperty("doi").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/studies?limit=1")]
    [InlineData("/v1/studies.csv?limit=1")]
    [InlineData("/v1/studies.csv?sort=label")]
    [InlineData("/v1/studies.ndjson?sort=label")]
    [InlineData("/v1/studies.ris?sort=label")]
    [InlineData("/v1/studies.bib?limit=2")]
    [InlineData("/v1/studies.csl.json?sort=label")]
    [InlineData("/v1/outcomes.csv?sort=study")]
    [InlineData("/v1/effects.csv?measure=md")]
    [InlineData("/v1/citation?revision=2")]
    [InlineData("/v1/facets?revision=2")]
    public async Task Every_format_has_the_header(string address)
    {
        using var response = await service.Client.GetAsync(At($"{address}&{Three}"));
        using var asking = new HttpRequestMessage(HttpMethod.Head, At($"{address}&{Three}"));
        using var head = await service.Client.SendAsync(asking);

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Assert.Equal(HeaderOfTwo, HeaderOf(response));
        Assert.Equal(HeaderOfTwo, HeaderOf(head));
    }

    [Fact]
    public async Task Browsers_may_read_the_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At("/v1/studies?limit=1")) { Headers = { { "Origin", "https://example.org" } } };
        using var response = await service.Client.SendAsync(request);

        Assert.Contains(EvidenceWarning.Header, string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Retracted, $"retracted=\"{Retracted}\"")]
    [InlineData(OfConcern, $"expression-of-concern=\"{OfConcern}\"")]
    [InlineData(Corrected, "")]
    [InlineData("zarate-2006", "")]
    public async Task A_record_and_a_look_up_warn_of_their_study(string study, string header)
    {
        var (record, ofRecord) = await JsonAsync($"/v1/studies/{study}");
        var doi = record.GetProperty("reports")[0].GetProperty("doi").GetString();
        var (found, ofLookup) = await JsonAsync($"/v1/lookup?id={doi}");

        Assert.Equal((header, header), (ofRecord, ofLookup));
        var match = found.GetProperty("data")[0].GetProperty("studies").EnumerateArray().Single();
        Assert.Equal(header.Split('=')[0], match.TryGetProperty("retractionStatus", out var status) && status.GetString() != "corrected" ? status.GetString() : "");
    }

    [Fact]
    public async Task Nothing_is_said_before_the_revision_that_said_it_or_where_there_is_nothing_to_say()
    {
        foreach (var address in new[] { $"/v1/studies?{Three}&revision=1", "/v1/studies?study=zarate-2006", $"/v1/meta-analysis?{Pool}&revision=1", "/v1/claims?revision=1", "/v1/claims?study=zarate-2012", "/v1/vocabularies" })
        {
            var (body, header) = await JsonAsync(address);
            Assert.Equal("", header);
            Assert.False(body.TryGetProperty("warnings", out _), address);
        }
    }

    [Fact]
    public async Task A_retracted_study_is_left_out_of_a_pool_which_lists_it_and_says_so()
    {
        var (pool, header) = await JsonAsync($"/v1/meta-analysis?{Pool}");
        var (before, _) = await JsonAsync($"/v1/meta-analysis?{Pool}&revision=1");

        Assert.Equal([Retracted], Studies(before).Except(Studies(pool)));
        Assert.Equal(before.GetProperty("studies").GetInt32() - 1, pool.GetProperty("studies").GetInt32());
        var decision = Assert.Single(pool.GetProperty("decisions").EnumerateArray(), decision => StudyOf(decision) == Retracted);
        Assert.Equal(("left-out", "retracted"), (decision.GetProperty("kind").GetString(), decision.GetProperty("reason").GetString()));
        Assert.Equal(
            [
                "The primary report is retracted, and the study is left out: Chen 2023; retracted=include takes it in.",
                "A further report is retracted, not the primary one: Fu 2020.",
                "A report is under an expression of concern: Ionescu 2021.",
            ],
            pool.GetProperty("notes").EnumerateArray().Take(3).Select(remark => remark.GetString()));
        Assert.Equal([Retracted, OtherReport, OfConcern], pool.GetProperty("warnings").EnumerateArray().Select(StudyOf));
        Assert.Equal(HeaderOfThree, header);
        Assert.Equal("expression-of-concern", pool.GetProperty("rows").EnumerateArray().Single(row => StudyOf(row) == OfConcern).GetProperty("retractionStatus").GetString());
    }

    [Fact]
    public async Task A_retracted_study_is_pooled_where_the_question_names_it()
    {
        var (pool, _) = await JsonAsync($"/v1/meta-analysis?{Pool}&retractionStatus=retracted,corrected,none");

        Assert.Contains(Retracted, Studies(pool));
        Assert.Contains("The primary report is retracted, and the study was asked for: Chen 2023.", pool.GetProperty("notes").EnumerateArray().Select(remark => remark.GetString()));
    }

    [Fact]
    public async Task A_retracted_study_is_pooled_among_the_others_where_the_question_takes_it_in()
    {
        var (pool, _) = await JsonAsync($"/v1/meta-analysis?{Pool}&retracted=include");
        var (before, _) = await JsonAsync($"/v1/meta-analysis?{Pool}&revision=1");

        Assert.Equal(Studies(before), Studies(pool));
        Assert.Contains("The primary report is retracted, and the study was asked for: Chen 2023.", pool.GetProperty("notes").EnumerateArray().Select(remark => remark.GetString()));
    }

    [Theory]
    [InlineData("onset-within-hours")]
    [InlineData("reduces-suicidal-ideation")]
    public async Task A_claim_warns_of_the_studies_that_it_cites(string claim)
    {
        const string Expected = $"expression-of-concern=\"{OfConcern}\"";
        var (detail, header) = await JsonAsync($"/v1/claims/{claim}");
        var (list, listHeader) = await JsonAsync($"/v1/claims?study={OfConcern}&limit=1");
        var (before, headerBefore) = await JsonAsync($"/v1/claims/{claim}?revision=1");
        var page = await service.Client.TextAsync($"/claims/{claim}");

        Assert.Equal((Expected, Expected), (header, listHeader));
        Assert.Equal([OfConcern], detail.GetProperty("warnings").EnumerateArray().Select(StudyOf));
        Assert.Equal([OfConcern], list.GetProperty("warnings").EnumerateArray().Select(StudyOf));
        Assert.Equal(("", false), (headerBefore, before.TryGetProperty("warnings", out _)));
        Assert.Contains("""<strong class="warning">Expression of concern</strong>""", page, StringComparison.Ordinal);
        foreach (var address in new[] { "/", "/claims", $"/claims/{claim}" })
        {
            using var answer = await service.Client.AskAsync(address);
            Assert.Equal(Expected, answer.Header("Evidence-Warning"));
            Assert.Contains("1 with a report retracted or under concern", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_of_a_study_says_it_at_its_head()
    {
        using var answer = await service.Client.AskAsync($"/studies/{Retracted}");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal($"retracted=\"{Retracted}\"", answer.Header("Evidence-Warning"));
        Assert.InRange(html.IndexOf("""<strong class="warning">Retracted.</strong>""", StringComparison.Ordinal), 1, html.IndexOf("id=\"glance\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_takes_a_retracted_study_in_where_it_is_asked_to()
    {
        const string Query = "/v1/network?domain=depression-severity&measure=smd&atHours=24";
        var (left, _) = await JsonAsync(Query);
        var (taken, _) = await JsonAsync(Query + "&retracted=include");
        var (before, _) = await JsonAsync(Query + "&revision=1");

        Assert.Equal(before.GetProperty("studies").GetInt32(), taken.GetProperty("studies").GetInt32());
        Assert.Equal(before.GetProperty("studies").GetInt32() - 1, left.GetProperty("studies").GetInt32());
    }

    [Fact]
    public async Task The_page_of_a_claim_says_what_became_of_retracted_studies_in_its_answers() => Assert.Contains(
        "The primary report is retracted, and the study is left out: Chen 2023; retracted=include takes it in.", await service.Client.TextAsync("/claims/helps-nonresponders"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/v1/meta-analysis.csv")]
    [InlineData("/v1/meta-analysis/forest.svg")]
    [InlineData("/v1/meta-analysis/forest.svg", "&layout=narrow")]
    [InlineData("/v1/meta-analysis/funnel.svg")]
    [InlineData("/v1/time-course/curve.svg")]
    [InlineData("/v1/network/graph.svg")]
    [InlineData("/v1/time-course.csv")]
    [InlineData("/v1/network.csv")]
    public async Task What_is_made_of_a_pool_warns_each_time_it_is_asked_for_and_plots_in_a_line(string path, string more = "")
    {
        var query = path.StartsWith("/v1/time-course", StringComparison.Ordinal) ? Pool.Replace("&atHours=24", "", StringComparison.Ordinal) : Pool;
        for (var time = 0; time < 2; time++) // the second answer comes from memory
        {
            using var response = await service.Client.GetAsync(At($"{path}?{query}{more}"));
            var body = await response.Content.ReadAsStringAsync();

            Assert.True(response.IsSuccessStatusCode, body);
            Assert.Contains($"retracted=\"{Retracted}, ", HeaderOf(response), StringComparison.Ordinal);
            if (path.EndsWith(".svg", StringComparison.Ordinal))
            {
                var text = string.Join(' ', System.Xml.Linq.XDocument.Parse(body).Descendants().Where(element => !element.HasElements).Select(element => element.Value));
                Assert.Contains("Primary report retracted: Chen 2023 (not in the pool)", text, StringComparison.Ordinal);
                Assert.Contains("Expression of concern: Ionescu 2021", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Answers_to_the_questions_of_a_claim_say_so()
    {
        var (claim, _) = await JsonAsync("/v1/claims/onset-within-hours");
        var remarks = claim.GetProperty("answers").EnumerateArray()
            .SelectMany(answer => answer.TryGetProperty("notes", out var said) ? said.EnumerateArray().Select(remark => remark.GetString()!) : []).ToList();

        Assert.Contains(remarks, remark => remark.Contains("the study is left out: Chen 2023", StringComparison.Ordinal));
    }

    [Fact]
    public void The_header_names_twenty_studies_of_each_status_and_counts_the_others()
    {
        var warnings = Enumerable.Range(1, 23).Select(i => new RetractionWarning { Study = $"s-{i}", Label = "S", Status = "retracted", Reports = [], PrimaryIsRetracted = true });
        var header = EvidenceWarning.Write(warnings);

        Assert.StartsWith("retracted=\"s-1, s-2, ", header, StringComparison.Ordinal);
        Assert.EndsWith("s-20\";more=3", header, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Studies(JsonElement pool) => pool.GetProperty("rows").EnumerateArray().Select(StudyOf);

    private static string StudyOf(JsonElement row) => (row.TryGetProperty("study", out var study) ? study : row.GetProperty("id")).GetString()!;

    private async Task<IReadOnlyList<string>> IdsAsync(string query) =>
        [.. (await JsonAsync($"/v1/studies?limit=1000&sort=id&{query}")).Body.GetProperty("data").EnumerateArray().Select(StudyOf)];

    private async Task<(JsonElement Body, string Header)> JsonAsync(string address)
    {
        using var response = await service.Client.GetAsync(At(address));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return (JsonElement.Parse(body), HeaderOf(response));
    }

    private static string HeaderOf(HttpResponseMessage response) => response.Headers.TryGetValues(EvidenceWarning.Header, out var values) ? values.Single() : "";

    private static Uri At(string address) => new(address, UriKind.Relative);
}
