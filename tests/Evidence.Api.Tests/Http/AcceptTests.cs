using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Http;

public sealed class AcceptTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string Json = "application/json";
    private const string Csv = "text/csv; charset=utf-8; header=present";
    private const string Ndjson = "application/x-ndjson";

    [Theory]
    [InlineData("", Json)]
    [InlineData(",", Json)]
    [InlineData("*", Json)] // As Java's URLConnection once sent it.
    [InlineData("*/*", Json)]
    [InlineData("*/*;q=0.1", Json)]
    [InlineData("application/*", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/json, nonsense", Json)] // What cannot be read of a list is passed over.
    [InlineData("application/json;q=abc", Json)]
    [InlineData("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Json)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Json)]
    [InlineData("application/json,text/csv", Json)] // Of equals, the list's own first.
    [InlineData("text/csv,application/json", Json)]
    [InlineData("text/csv;q=0.5,application/json;q=0.4", Csv)]
    [InlineData("*/*, application/json;q=0, application/x-ndjson;q=0.5", Csv)]
    [InlineData("text/csv", Csv)]
    [InlineData("text/csv; header=present", Csv)]
    [InlineData("text/*", Csv)]
    [InlineData("application/x-ndjson", Ndjson)]
    public async Task The_best_format_that_is_accepted_is_sent(string accept, string type)
    {
        using var response = await service.Client.AskAsync("/v1/studies?limit=1", ("Accept", accept));
        Assert.Equal(type, response.Header("Content-Type"));
    }

    [Theory]
    [InlineData("/v1/studies", "text/html")]
    [InlineData("/v1/studies", "application/xml;q=0.9, text/html")]
    [InlineData("/v1/studies", "*/*;q=0")]
    [InlineData("/v1/studies", "text/*;q=0.3, text/csv;q=0")]
    [InlineData("/v1/studies", "application/vnd.api+json")]
    [InlineData("/v1/studies", "application/problem+json")] // Problems come anyway.
    [InlineData("/v1/studies", "*/json")]
    [InlineData("/v1/studies", "application")]
    [InlineData("/v1/studies", ";;;")]
    [InlineData("/v1/studies", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("/v1/facets", "text/csv")]
    [InlineData("/v1/studies.csv", "application/json")] // A path with an ending has that one format.
    [InlineData("/v1/studies/zarate-2006", "text/csv")]
    public async Task Where_no_format_is_accepted_the_problem_lists_those_there_are(string path, string accept)
    {
        using var response = await service.Client.AskAsync(path, ("Accept", accept));
        Assert.Equal(406, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Header("Content-Type"));
        var problem = await response.JsonAsync();
        Assert.Equal("urn:evidence:problem:not-acceptable", problem.GetProperty("type").GetString());
        Assert.Contains(path.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : Json, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/studies.csv", Csv)]
    [InlineData("/v1/studies.ndjson", Ndjson)]
    [InlineData("/v1/studies.csv-metadata.json", "application/csvm+json")]
    [InlineData("/v1/facets", Json)]
    public async Task The_path_alone_is_enough(string path, string type)
    {
        using var response = await service.Client.AskAsync(path);
        Assert.Equal(type, response.Header("Content-Type"));
    }
}
