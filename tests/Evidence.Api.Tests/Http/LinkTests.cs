using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class LinkTests(SharedService<ServiceOfTwoRevisions> service) : IClassFixture<SharedService<ServiceOfTwoRevisions>>
{
    [Theory]
    [InlineData("/v1/studies?limit=1000&sort=label")]
    [InlineData("/v1/studies?limit=7&sort=label&country=US&q=ketamine%20%22nasal%20spray%22")]
    [InlineData("/v1/studies?limit=1&sort=-label&study=long-2024,chen-2023,formula-2024")] // The cursor holds a label of 400 letters.
    public async Task The_next_page_is_linked_as_the_body_has_it_until_there_is_none(string address)
    {
        var total = (await service.Client.JsonAsync(address)).GetProperty("page").GetProperty("total").GetInt32();
        var seen = new List<string>();
        for (var next = address; next is not null;)
        {
            using var response = await service.Client.AskAsync(next);
            var page = await response.JsonAsync();
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(study => study.GetProperty("id").GetString()!));
            next = response.Link("next");
            var has = page.GetProperty("page").TryGetProperty("nextCursor", out var cursor);
            Assert.Equal(has, next is not null);
            if (has)
                Assert.EndsWith("cursor=" + cursor.GetString(), next, StringComparison.Ordinal);
        }

        Assert.Equal(total, seen.Distinct().Count());
        Assert.Equal(total, seen.Count);
    }

    [Fact]
    public async Task A_page_of_csv_links_the_next_one_too()
    {
        using var response = await service.Client.AskAsync("/v1/studies.csv?limit=3");
        using var next = await service.Client.AskAsync(response.Link("next")!);
        Assert.Equal(4, (await next.Content.ReadAsStringAsync()).Split('\n').Length - 1);
    }

    [Theory]
    [InlineData("/v1/studies.csv")]
    [InlineData("/v1/outcomes.csv?limit=1")]
    [InlineData("/v1/onset.csv")]
    [InlineData("/v1/effects.csv?measure=smd")]
    [InlineData("/v1/meta-analysis.csv?domain=response&measure=rr")]
    [InlineData("/v1/time-course.csv/?domain=response&measure=rr")]
    [InlineData("/v1/network.csv?domain=response&measure=rr")]
    [InlineData("/v1/risk-of-bias.csv")]
    [InlineData("/v1/risk-of-bias.csv?tool=rob-2")]
    [InlineData("/v1/risk-of-bias.csv?design=cohort")] // Without rows, the columns are those of the catalogue.
    public async Task Csv_links_the_dictionary_of_the_very_columns_it_has(string address)
    {
        using var response = await service.Client.AskAsync(address);
        var header = (await response.Content.ReadAsStringAsync()).Split('\n')[0].Split(',');
        var dictionary = await service.Client.JsonAsync(response.Link("describedby")!);
        var columns = dictionary.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(header, columns.Select(column => column.GetProperty("titles").GetString()));
        Assert.All(columns, column => Assert.NotEqual("", column.GetProperty("dc:description").GetString()));
        Assert.All(columns, column => Assert.Matches("^[A-Za-z0-9_]+$", column.GetProperty("name").GetString()));
    }
}
