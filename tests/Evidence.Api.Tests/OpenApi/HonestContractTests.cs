using System.Net;
using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.OpenApi;

/// <summary>What the contract says an operation answers is what it answers.</summary>
[Trait("Lane", "fast")]
public sealed class HonestContractTests(ServiceOfExamples service) : IClassFixture<ServiceOfExamples>
{
    private const int LongerThanAnyQuery = 20_000;

    [Fact]
    public async Task Every_operation_answers_what_its_schema_says()
    {
        var contract = await ReadContractAsync();
        foreach (var (path, operation) in contract.Reads)
        {
            using var response = await SendAsync(contract, path, operation);
            Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
            var content = Assert.Single(operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject());
            Assert.Equal(content.Name, response.Content.Headers.ContentType!.MediaType);
            if (content.Name == "application/json")
                Assert.Empty(SchemaCheck.Faults(contract, content.Value.GetProperty("schema"), await ReadJsonAsync(response), path));
        }
    }

    [Fact]
    public async Task Every_record_of_the_catalogue_is_what_its_schema_says()
    {
        var contract = await ReadContractAsync();
        foreach (var path in new[] { "/v1/studies", "/v1/claims", "/v1/vocabularies", "/v1/outcomes", "/v1/onset", "/v1/risk-of-bias" })
        {
            var page = await ReadJsonAsync(await service.Client.GetAsync(new Uri(path + "?limit=1000", UriKind.Relative)));
            Assert.Empty(SchemaCheck.Faults(contract, AnswerOf(contract, path), page, path));
            if (path != "/v1/studies")
                continue;
            foreach (var id in page.GetProperty("data").EnumerateArray().Select(study => study.GetProperty("id").GetString()!))
            {
                var study = await ReadJsonAsync(await service.Client.GetAsync(new Uri($"{path}/{id}", UriKind.Relative)));
                Assert.Empty(SchemaCheck.Faults(contract, AnswerOf(contract, "/v1/studies/{id}"), study, id));
            }
        }
    }

    [Theory]
    [InlineData("304", "", "If-None-Match", "*")]
    [InlineData("400", "nonsense=1", null, null)]
    [InlineData("404", "REVISION=999999", null, null)]
    [InlineData("406", "", "Accept", "image/png")]
    [InlineData("414", "q=LONG", null, null)]
    public async Task An_operation_gives_a_status_exactly_where_the_contract_says_so(string status, string query, string? header, string? value)
    {
        var contract = await ReadContractAsync();
        query = query.Replace("LONG", new string('x', LongerThanAnyQuery), StringComparison.Ordinal);
        foreach (var (path, operation) in contract.Reads)
        {
            using var response = await SendAsync(
                contract, path, operation, query.Replace("REVISION", contract.RevisionOf(operation), StringComparison.Ordinal), header, value);
            // Where nothing is of a revision, asking for one is a mistake of the client's, if queries are looked at.
            if (status == "404" && !Takes(contract, operation, contract.RevisionOf(operation)) && operation.GetProperty("responses").TryGetProperty("400", out _))
            {
                Assert.Equal((path, HttpStatusCode.BadRequest), (path, response.StatusCode));
                continue;
            }

            var isDocumented = operation.GetProperty("responses").TryGetProperty(status, out var described);
            Assert.Equal((path, isDocumented ? status : "200"), (path, $"{(int)response.StatusCode}"));
            if (isDocumented && contract.Resolve(described).TryGetProperty("content", out var content))
            {
                var problem = Assert.Single(content.EnumerateObject());
                Assert.Equal(problem.Name, response.Content.Headers.ContentType!.MediaType);
                Assert.Empty(SchemaCheck.Faults(contract, problem.Value.GetProperty("schema"), await ReadJsonAsync(response), path));
            }
        }
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_the_contract_names()
    {
        var contract = await ReadContractAsync();
        foreach (var (path, operation) in contract.Reads)
        {
            using var response = await SendAsync(contract, path, operation, Takes(contract, operation, "limit") ? "limit=1" : "");
            var sent = response.Headers.Concat(response.Content.Headers).Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var named = operation.GetProperty("responses").GetProperty("200").TryGetProperty("headers", out var headers)
                ? headers.EnumerateObject().Select(header => header.Name).ToList()
                : [];
            // There is no next page of a list that has a single row, and no real study to warn of: RetractionTests make their own.
            Assert.Empty(named.Except(sent, StringComparer.OrdinalIgnoreCase).Where(name => name is not ("Link" or "Evidence-Warning")).Select(name => $"{path}: {name}"));
        }
    }

    private static bool Takes(Contract contract, JsonElement operation, string name) =>
        contract.ParametersOf(operation).Any(parameter => parameter.GetProperty("name").GetString() == name);

    private static JsonElement AnswerOf(Contract contract, string path) =>
        contract.Root.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private Task<Contract> ReadContractAsync() => Contract.OfAsync(service, Contract.Addresses[0]);

    /// <summary>Sends an operation with the examples of its parameters in the path and of those that it must have.</summary>
    private async Task<HttpResponseMessage> SendAsync(
        Contract contract, string path, JsonElement operation, string query = "", string? header = null, string? value = null)
    {
        var address = contract.ExampleAddress(path, operation);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}", UriKind.Relative));
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        return await service.Client.SendAsync(request);
    }

    private static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
}
