using System.Net;
using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Studies;

[Trait("Lane", "fast")]
public sealed class ListStudiesTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Fact]
    public async Task Studies_are_listed_newest_first_with_their_number()
    {
        using var response = await service.Client.GetAsync(new Uri("/v1/studies?limit=1000", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        var years = page.GetProperty("data").EnumerateArray()
            .Select(study => study.TryGetProperty("year", out var year) ? year.GetInt32() : int.MinValue).ToList();
        Assert.Equal(years.OrderDescending(), years);
        Assert.Equal(page.GetProperty("data").GetArrayLength(), page.GetProperty("page").GetProperty("total").GetInt32());
    }
}
