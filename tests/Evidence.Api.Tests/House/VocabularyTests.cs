using System.Reflection;
using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Selection;

namespace Evidence.Api.Tests.House;

[Trait("Lane", "fast")]
public sealed class VocabularyTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Fact]
    public async Task Every_term_is_served_as_the_program_knows_it()
    {
        var served = (await GetAsync("/v1/vocabularies?limit=1000")).GetProperty("data").EnumerateArray()
            .ToDictionary(vocabulary => vocabulary.GetProperty("name").GetString()!, TermsOf);

        Assert.Equal(Vocabulary.All.Select(vocabulary => vocabulary.Name), served.Keys.Order(StringComparer.Ordinal));
        Assert.All(Vocabulary.All, vocabulary => Assert.Equal(vocabulary.Terms.Select(term => term.Name), served[vocabulary.Name]));
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/openapi/v1.oas30.json")]
    public async Task Every_member_that_takes_terms_lists_them_in_the_contract(string document)
    {
        var schemas = (await GetAsync(document)).GetProperty("components").GetProperty("schemas");
        var members = SourceAssemblies.All
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetProperties().Where(property => property.DeclaringType == type))
            .Select(property => (Property: property, Vocabulary: property.GetCustomAttribute<VocabularyAttribute>()?.Name))
            .Where(member => member.Vocabulary is not null && schemas.TryGetProperty(member.Property.DeclaringType!.Name, out _))
            .ToList();

        Assert.NotEmpty(members);
        Assert.All(members, member =>
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Property.Name);
            var schema = schemas.GetProperty(member.Property.DeclaringType!.Name).GetProperty("properties").GetProperty(name);
            Assert.Equal(Vocabulary.Get(member.Vocabulary!).Terms.Select(term => term.Name).Distinct(), EnumOf(schema, schemas));
        });
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/openapi/v1.oas30.json")]
    public async Task Every_filter_is_in_the_contract_once_with_its_meaning_and_its_terms(string document)
    {
        var components = (await GetAsync(document)).GetProperty("components");
        var parameters = components.GetProperty("parameters");

        Assert.Distinct(Filters.Parameters.Select(parameter => parameter.Name));
        Assert.All(Filters.Parameters, parameter =>
        {
            var described = parameters.GetProperty(parameter.Name);
            Assert.Equal(parameter.Name, described.GetProperty("name").GetString());
            Assert.EndsWith(".", described.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Equal(parameter.Allowed, EnumOf(described.GetProperty("schema"), components.GetProperty("schemas")));
        });
    }

    [Fact]
    public void Every_filter_takes_its_own_example()
    {
        Assert.All(Filters.Parameters, parameter =>
            Assert.Empty(QueryReader.Read($"{parameter.Name}={Uri.EscapeDataString(parameter.Example)}", Filters.Parameters).Errors));
    }

    private static string[] TermsOf(JsonElement vocabulary) =>
        [.. vocabulary.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("term").GetString()!)];

    private static string[] EnumOf(JsonElement schema, JsonElement schemas)
    {
        var single = schema.TryGetProperty("items", out var items) ? items : schema;
        if (single.TryGetProperty("$ref", out var reference))
            single = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
        return single.TryGetProperty("enum", out var terms) ? [.. terms.EnumerateArray().Select(term => term.GetString()!)] : [];
    }

    private async Task<JsonElement> GetAsync(string address) =>
        JsonDocument.Parse(await service.Client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;
}
