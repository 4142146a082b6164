using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class CachingTests(SharedService<ServiceOfTwoRevisions> service) : IClassFixture<SharedService<ServiceOfTwoRevisions>>
{
    [Theory]
    [InlineData("/v1/studies")]
    [InlineData("/v1/studies.csv")]
    [InlineData("/v1/studies.ndjson")]
    [InlineData("/v1/studies.csv-metadata.json")]
    [InlineData("/v1/studies/zarate-2006")]
    [InlineData("/v1/studies/zarate-2006/revisions")]
    [InlineData("/v1/facets")]
    [InlineData("/v1/lookup?id=1")]
    [InlineData("/v1/citation")]
    [InlineData("/v1/claims/onset-within-hours")]
    [InlineData("/v1/meta-analysis?domain=response&measure=rr&atHours=24")]
    [InlineData("/v1/meta-analysis.csv?domain=response&measure=rr&atHours=24")]
    [InlineData("/v1/time-course?domain=response&measure=rr")]
    [InlineData("/v1/network?domain=response&measure=rr")]
    public async Task A_copy_that_is_still_good_is_not_sent_again(string path)
    {
        using var first = await service.Client.AskAsync(path);
        var etag = first.Header("ETag")!;
        var bare = etag.Replace("W/", "", StringComparison.Ordinal);
        foreach (var tags in new[] { etag, bare, "W/" + bare, $"\"other\", {etag}", $"{bare},\"other\"", "*" })
        {
            using var again = await service.Client.AskAsync(path, ("If-None-Match", tags));
            Assert.Equal(304, (int)again.StatusCode);
            Assert.Equal("", await again.Content.ReadAsStringAsync());
            foreach (var header in new[] { "ETag", "Cache-Control", "Content-Location", "Vary", "Catalogue-Revision" })
                Assert.Equal(first.Header(header), again.Header(header));
        }
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("W/\"other\", \"another\"")]
    [InlineData("nonsense")]
    [InlineData("\"")]
    [InlineData("")]
    public async Task Another_copy_is_replaced(string tags)
    {
        using var response = await service.Client.AskAsync("/v1/studies?limit=1", ("If-None-Match", tags));
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_default_and_the_same_written_out_are_one_answer()
    {
        using var left = await service.Client.AskAsync("/v1/effects?limit=3");
        using var written = await service.Client.AskAsync("/v1/effects?measure=rr,md&limit=3");

        Assert.Equal(left.Header("ETag"), written.Header("ETag"));
        Assert.Equal(await left.Content.ReadAsStringAsync(), await written.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_computed_answer_that_was_given_before_is_given_again_and_a_refusal_is_refused_again()
    {
        const string Good = "/v1/meta-analysis?domain=response&measure=rr&atHours=24", Bad = "/v1/meta-analysis?domain=mortality&measure=rr";
        var first = await service.Client.TextAsync(Good);
        Assert.Equal(first, await service.Client.TextAsync(Good));
        for (var i = 0; i < 2; i++)
        {
            using var refused = await service.Client.AskAsync(Bad);
            Assert.Equal(422, (int)refused.StatusCode);
            Assert.Null(refused.Header("ETag"));
            Assert.Equal("no-store", refused.Header("Cache-Control"));
        }
    }

    [Fact]
    public async Task Formats_queries_and_revisions_have_tags_of_their_own()
    {
        string[] addresses =
        [
            "/v1/studies", "/v1/studies.csv", "/v1/studies.ndjson", "/v1/studies?limit=1", "/v1/studies?design=cohort", "/v1/studies?excludeDesign=cohort",
            "/v1/studies?q=cohort", "/v1/studies?sort=label", "/v1/studies?sort=label,year", "/v1/studies?sort=year,label",
            "/v1/effects", "/v1/effects?measure=md", "/v1/time-course?domain=response&measure=rr&windows=0,24", "/v1/time-course?domain=response&measure=rr",
            "/v1/meta-analysis?domain=depression-severity&measure=smd&instruments=madrs,hdrs-17", "/v1/meta-analysis?domain=depression-severity&measure=smd&instruments=hdrs-17,madrs", "/v1/studies?revision=1", "/v1/outcomes", "/v1/facets",
        ];
        var tags = new List<string>();
        foreach (var address in addresses)
        {
            using var response = await service.Client.AskAsync(address);
            tags.Add(response.Header("ETag")!);
        }

        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task The_same_query_in_another_spelling_has_the_same_tag()
    {
        using var one = await service.Client.AskAsync("/v1/studies?country=US,GB&timeHoursMin=4");
        using var other = await service.Client.AskAsync("/v1/studies?timeHoursMin=4.0&country=GB&country=US&country=US");
        using var pinned = await service.Client.AskAsync("/v1/studies?timeHoursMin=4&country=GB,US&revision=2");
        Assert.Equal(one.Header("ETag"), other.Header("ETag"));
        Assert.Equal(one.Header("ETag"), pinned.Header("ETag"));
    }

    [Fact]
    public async Task A_record_keeps_its_tag_while_only_others_change()
    {
        using var before = await service.Client.AskAsync("/v1/studies/zarate-2006?revision=1");
        using var after = await service.Client.AskAsync("/v1/studies/zarate-2006");
        Assert.StartsWith("\"zarate-2006.v1.", before.Header("ETag"), StringComparison.Ordinal);
        Assert.Equal(before.Header("ETag"), after.Header("ETag"));
    }

    [Theory]
    [InlineData("/v1/studies")]
    [InlineData("/v1/studies.csv?design=cohort")]
    [InlineData("/v1/studies/zarate-2006")]
    [InlineData("/v1/facets?")]
    [InlineData("/v1/citation?q=%22a%20b%22&country=US")]
    public async Task An_answer_says_which_revision_it_is_of_and_where_that_stays(string address)
    {
        using var newest = await service.Client.AskAsync(address);
        Assert.Equal("2", newest.Header("Catalogue-Revision"));
        Assert.Equal("no-cache", newest.Header("Cache-Control"));
        var pinned = address.TrimEnd('?') + (address.TrimEnd('?').Contains('?', StringComparison.Ordinal) ? "&" : "?") + "revision=2";
        Assert.Equal(pinned, newest.Header("Content-Location"));

        using var fixedForEver = await service.Client.AskAsync(newest.Header("Content-Location")!);
        Assert.Equal("2", fixedForEver.Header("Catalogue-Revision"));
        Assert.Equal("public, max-age=31536000, immutable", fixedForEver.Header("Cache-Control"));
        Assert.Null(fixedForEver.Header("Content-Location"));
        Assert.Equal(await newest.Content.ReadAsStringAsync(), await fixedForEver.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_older_revision_answers_as_it_then_was()
    {
        using var older = await service.Client.AskAsync("/v1/studies?revision=1&limit=1");
        var newer = await service.Client.JsonAsync("/v1/studies?limit=1");
        var now = newer.GetProperty("page").GetProperty("total").GetInt32();
        Assert.Equal("1", older.Header("Catalogue-Revision"));
        Assert.Equal(now - 2, (await older.JsonAsync()).GetProperty("page").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_study_that_a_revision_does_not_have_yet_is_not_found_there()
    {
        foreach (var path in new[] { "/v1/studies/long-2024", "/v1/studies/long-2024/revisions" })
        {
            using var then = await service.Client.AskAsync(path + "?revision=1");
            using var now = await service.Client.AskAsync(path);
            Assert.Equal((404, 200), ((int)then.StatusCode, (int)now.StatusCode));
        }
    }

    [Theory]
    [InlineData("/v1/studies?limit=1", "Accept-Encoding, Accept")]
    [InlineData("/v1/studies.csv", "Accept-Encoding")]
    [InlineData("/v1/facets", "Accept-Encoding")]
    public async Task Caches_are_told_what_an_answer_depends_on(string address, string vary)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var response = await service.Client.AskAsync(method, address);
            Assert.Equal(vary, response.Header("Vary"));
        }
    }

    [Theory]
    [InlineData("/v1/studies?sort=bogus")]
    [InlineData("/v1/studies?cursor=bogus")]
    [InlineData("/v1/studies/no-such-study")]
    public async Task A_problem_is_kept_by_no_cache_and_has_nothing_of_the_answer(string address)
    {
        using var response = await service.Client.AskAsync(address);
        Assert.Equal("no-store", response.Header("Cache-Control"));
        foreach (var header in new[] { "ETag", "Link", "Content-Location", "Content-Disposition" })
            Assert.Null(response.Header(header));
    }
}
