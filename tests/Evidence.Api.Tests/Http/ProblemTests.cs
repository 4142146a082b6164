using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Formats.Problems;

namespace Evidence.Api.Tests.Http;

public sealed class ProblemTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Theory]
    [InlineData("/v1/studies/zarate-206", "zarate-2006")]
    [InlineData("/v1/studies/ZARATE-2006", "zarate-2006")]
    [InlineData("/v1/studies/zarate-206/revisions", "zarate-2006")]
    [InlineData("/v1/claims/onset-within-hour", "onset-within-hours")]
    [InlineData("/v1/vocabularies/desing", "design")]
    public async Task A_record_that_is_not_there_is_a_404_that_names_the_nearest(string path, string nearest)
    {
        using var response = await service.Client.AskAsync(path);
        Assert.Equal(404, (int)response.StatusCode);
        Assert.EndsWith($"Did you mean '{nearest}'?", (await response.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_told_where_the_addresses_are_listed()
    {
        var problem = await service.Client.JsonAsync("/v1/nothing");
        Assert.Equal("/v1/nothing is no address of this service; /openapi/v1.json lists them.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/studies?q=")]
    [InlineData("/v1/studies?bogus=1")]
    [InlineData("/v1/studies?revision=99")]
    [InlineData("/v1/studies?cursor=x")]
    public async Task What_a_problem_does_not_say_is_absent_not_null(string address)
    {
        var body = await service.Client.TextAsync(address);
        Assert.DoesNotContain("null", body, StringComparison.Ordinal);
        Assert.All(JsonElement.Parse(body).EnumerateObject(), member => Assert.Contains(member.Name, (string[])["type", "title", "status", "detail", "errors"]));
    }

    [Fact]
    public void Every_kind_of_problem_is_in_the_list_with_a_name_of_its_own()
    {
        var declared = ProblemType.All;
        Assert.Equal(Enum.GetValues<ErrorKind>(), declared.Select(type => type.Kind));
        Assert.Equal(declared.Count, declared.Select(type => type.Name).Distinct().Count());
    }
}
