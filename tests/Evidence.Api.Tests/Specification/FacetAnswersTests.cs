using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Xunit.Abstractions;

namespace Evidence.Api.Tests.Specification;

public sealed class FacetAnswersTests(SharedService<RevisedCatalogue> service, ITestOutputHelper output) : IClassFixture<SharedService<RevisedCatalogue>>
{
    private const int Asks = 200;

    [Fact]
    public async Task Every_combination_of_filters_gives_the_counts_that_the_records_say()
    {
        var telling = 0;
        foreach (var (i, ask) in service.Service.Generator.ForFacets(Asks, "5N4yKmz8Wgb3").Index())
        {
            // Odd ones at the newest revision unasked, even ones at one of the older ones.
            var revision = i % 2 == 1 ? RevisedCatalogue.Newest : 1 + (i / 2 % (RevisedCatalogue.Newest - 1));
            var studies = service.Service.At(revision);
            var total = studies.Count(study => new StudyRow(study).Answers(ask));

            using var facets = await GetAsync($"/v1/facets?{ask}" + (i % 2 == 1 ? "" : $"&revision={revision}"));

            Assert.Equal((ask, total), (ask, facets.RootElement.GetProperty("total").GetInt32()));
            Assert.Equal([$"{ask} at {revision}", .. FacetSpecification.Answer(studies, ask)], [$"{ask} at {revision}", .. Lines(facets)]);
            telling += total > 0 && total < studies.Count ? 1 : 0;
        }

        output.WriteLine($"/v1/facets: {Asks} combinations, {telling} of them leave some studies, but not all.");
        Assert.True(telling > Asks / 2, $"Only {telling} of {Asks} combinations tell anything.");
    }

    private async Task<JsonDocument> GetAsync(string address)
    {
        using var response = await service.Client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}\n{body}");
        return JsonDocument.Parse(body);
    }

    private static IEnumerable<string> Lines(JsonDocument facets) => (
        from facet in facets.RootElement.GetProperty("facets").EnumerateArray()
        from term in facet.GetProperty("terms").EnumerateArray()
        select $"{facet.GetProperty("filter")} {term.GetProperty("term")} {term.GetProperty("count")}").Order(StringComparer.Ordinal);
}
