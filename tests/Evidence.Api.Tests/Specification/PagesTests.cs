using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit.Abstractions;

namespace Evidence.Api.Tests.Specification;

/// <summary>Walks over the pages of random questions, while a curator commits one revision after the other.</summary>
public sealed partial class PagesTests(RevisedCatalogue service, ITestOutputHelper output) : IClassFixture<RevisedCatalogue>
{
    private const int Walks = 40;
    private const int MostPages = 100;

    [Theory]
    [InlineData("/v1/studies", "4N4yKmz8Wgb3")]
    [InlineData("/v1/outcomes", "7N4yKmz8Wgb3")]
    [InlineData("/v1/effects", "6N4yKmz8Wgb3")]
    [InlineData("/v1/onset", "8N4yKmz8Wgb3")]
    [InlineData("/v1/risk-of-bias", "9N4yKmz8Wgb3")]
    public async Task Pages_together_are_the_whole_answer_once_while_others_write(string path, string seed)
    {
        var list = ListSpecification.All.Single(list => list.Path == path);
        await using var curator = new BusyCurator(service.ConnectionString, [.. service.At(1).Select(study => study.Study)]);
        var severalPages = 0;
        foreach (var (i, (ask, parts)) in Questions(list, seed).Index())
        {
            var limit = await LimitAsync($"{path}?{ask}", parts);
            var pages = await WalkAsync($"{path}?{ask}&limit={limit}", byLink: i % 2 == 0, curator);

            var rows = pages.SelectMany(page => page.Rows).ToList();
            var revision = Assert.Single(pages.Select(page => page.Revision).Distinct());
            Assert.All(pages, page => Assert.Equal(rows.Count, page.Total));
            Assert.All(pages.SkipLast(1), page => Assert.Equal(limit, page.Rows.Count));
            Assert.Equal(rows.Count, rows.Select(row => list.NameIn(JsonElement.Parse(row))).Distinct().Count());
            Assert.Equal(await LinesAsync($"{path}.ndjson?{ask}&revision={revision}"), rows);
            severalPages += pages.Count > 1 ? 1 : 0;
        }

        var meanwhile = curator.Newest - RevisedCatalogue.Newest;
        output.WriteLine($"{path}: {Walks} walks, {severalPages} over several pages; {meanwhile} revisions meanwhile.");
        Assert.True(severalPages > Walks / 2, $"Only {severalPages} of {Walks} walks had several pages.");
    }

    [Theory]
    [InlineData("/v1/studies", "4N4yKmz8Wgb4")]
    [InlineData("/v1/outcomes", "7N4yKmz8Wgb4")]
    [InlineData("/v1/effects", "6N4yKmz8Wgb4")]
    [InlineData("/v1/onset", "8N4yKmz8Wgb4")]
    [InlineData("/v1/risk-of-bias", "9N4yKmz8Wgb4")]
    public async Task Pages_of_csv_together_are_the_whole_table_while_others_write(string path, string seed)
    {
        var list = ListSpecification.All.Single(list => list.Path == path);
        await using var curator = new BusyCurator(service.ConnectionString, [.. service.At(1).Select(study => study.Study)]);
        foreach (var (ask, parts) in Questions(list, seed).Take(Walks / 2))
        {
            // The table of an assessment has the columns of its tool.
            var asked = path == "/v1/risk-of-bias" ? ask.Without("tool", "excludeTool").With("tool", "rob-1") : ask;
            var limit = await LimitAsync($"{path}?{asked}", parts);
            var pages = new List<string>();
            var revision = "";
            for (var next = $"{path}.csv?{asked}&limit={limit}"; next is not null;)
            {
                using var response = await GetAsync(next);
                pages.Add(await response.Content.ReadAsStringAsync());
                Assert.True(pages.Count <= MostPages, $"{next} never ends.");
                revision = Header(response, "Catalogue-Revision");
                next = NextOf(response);
                await curator.PassesAsync(long.Parse(revision, CultureInfo.InvariantCulture));
            }

            using var whole = await GetAsync($"{path}.csv?{asked}&revision={revision}");
            var header = pages[0][..(pages[0].IndexOf('\n', StringComparison.Ordinal) + 1)];
            Assert.All(pages, page => Assert.StartsWith(header, page, StringComparison.Ordinal));
            Assert.Equal(await whole.Content.ReadAsStringAsync(), header + string.Concat(pages.Select(page => page[header.Length..])));
        }
    }

    /// <summary>Questions, each with a number of pages up to twelve. Beside <c>q</c> the order is left to relevance.</summary>
    private IEnumerable<(Ask Ask, int Pages)> Questions(ListSpecification list, string seed)
    {
        var pages = Gen.Int[1, 12].Array[Walks].Single(_ => true, seed);
        return service.Generator.ForList(list, Walks, seed).Zip(pages, (ask, parts) => (ask.Has("q") ? ask.Without("sort") : ask, parts));
    }

    /// <summary>Returns the limit that gives about so many pages of what the question finds by now, which the curator changes all the time.</summary>
    private async Task<int> LimitAsync(string question, int pages)
    {
        using var response = await GetAsync($"{question}&limit=1");
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return Math.Max(1, body.RootElement.GetProperty("page").GetProperty("total").GetInt32() / pages);
    }

    /// <summary>Follows the pages, the curator at least one revision ahead of each.</summary>
    private async Task<IReadOnlyList<JsonPage>> WalkAsync(string first, bool byLink, BusyCurator curator)
    {
        var pages = new List<JsonPage>();
        for (var next = first; next is not null;)
        {
            using var response = await GetAsync(next);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var info = body.RootElement.GetProperty("page");
            var cursor = info.TryGetProperty("nextCursor", out var value) ? $"{first}&cursor={value.GetString()}" : null;
            Assert.Equal(cursor is null, NextOf(response) is null);
            pages.Add(new JsonPage(
                long.Parse(Header(response, "Catalogue-Revision"), CultureInfo.InvariantCulture),
                info.GetProperty("total").GetInt32(),
                [.. body.RootElement.GetProperty("data").EnumerateArray().Select(row => row.GetRawText())]));
            Assert.True(pages.Count <= MostPages, $"{next} never ends.");
            next = byLink ? NextOf(response) : cursor;
            await curator.PassesAsync(pages[^1].Revision);
        }

        return pages;
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string address)
    {
        using var response = await GetAsync(address);
        return (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        var response = await service.Client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        if (!response.IsSuccessStatusCode)
            Assert.Fail($"{address}\n{await response.Content.ReadAsStringAsync()}");
        return response;
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private static string? NextOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && Next().Match(string.Join(", ", links)) is { Success: true } next
            ? next.Groups[1].Value
            : null;

    [GeneratedRegex("<([^>]*)>; rel=\"next\"")]
    private static partial Regex Next();

    private sealed record JsonPage(long Revision, int Total, IReadOnlyList<string> Rows);
}
