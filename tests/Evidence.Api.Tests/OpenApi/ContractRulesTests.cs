using System.Text.Json;
using System.Text.RegularExpressions;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;

namespace Evidence.Api.Tests.OpenApi;

[Trait("Lane", "fast")]
public sealed partial class ContractRulesTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    public static TheoryData<string> Documents => [.. Contract.Addresses];

    [Fact]
    public async Task Both_documents_have_the_same_operations_and_schemas()
    {
        var contracts = await Task.WhenAll(Contract.Addresses.Select(address => Contract.OfAsync(service.Service, address)));
        Assert.Equal(["3.1", "3.0"], contracts.Select(contract => contract.Root.GetProperty("openapi").GetString()![..3]));
        Assert.Equal(
            contracts[0].Operations.Select(operation => (operation.Path, IdOf(operation.Operation))),
            contracts[1].Operations.Select(operation => (operation.Path, IdOf(operation.Operation))));
        Assert.Equal(contracts[0].Members.Select(member => member.Name), contracts[1].Members.Select(member => member.Name));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Everything_is_described(string address)
    {
        var contract = await Contract.OfAsync(service.Service, address);
        var nameless = contract.Schemas.Select(schema => (schema.Name, Schema: schema.Value))
            .Concat(contract.Members)
            .Concat(contract.Operations.SelectMany(operation => contract.ParametersOf(operation.Operation).Select(parameter =>
                (Name: $"{IdOf(operation.Operation)} {parameter.GetProperty("name")}", Schema: parameter))))
            .Concat(contract.Operations.Select(operation => (Name: IdOf(operation.Operation), Schema: operation.Operation)))
            .Concat(contract.Root.GetProperty("tags").EnumerateArray().Select(tag => (Name: "tag " + tag.GetProperty("name"), Schema: tag)))
            .Where(thing => !IsDescribed(thing.Schema) && !IsDescribed(contract.Resolve(thing.Schema)))
            .Select(thing => thing.Name);
        Assert.Empty(nameless);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_value_has_an_example_that_is_one(string address)
    {
        var contract = await Contract.OfAsync(service.Service, address);
        var values = contract.Members.Where(member => IsValue(contract, member.Schema)).ToList();
        Assert.NotEmpty(values);
        Assert.Empty(values.Where(member => ExampleOf(contract, member.Schema) is not { } example
            || SchemaCheck.Faults(contract, member.Schema, example, member.Name).Any()).Select(member => member.Name));

        var parameters = contract.Operations.SelectMany(operation => contract.ParametersOf(operation.Operation)).ToList();
        Assert.Empty(parameters.Where(parameter => !parameter.TryGetProperty("example", out var example)
            || SchemaCheck.Faults(contract, parameter.GetProperty("schema"), example, "example").Any()).Select(parameter => parameter.GetProperty("name")));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_measured_number_names_its_unit(string address)
    {
        var contract = await Contract.OfAsync(service.Service, address);
        var measured = contract.Members.Where(member => member.Schema.TryGetProperty("format", out var format) && format.GetString() == "decimal").ToList();
        Assert.NotEmpty(measured);
        Assert.Empty(measured.Where(member => !Unit().IsMatch(member.Schema.GetProperty("description").GetString()!)).Select(member => member.Name));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Nothing_is_null_or_a_choice_of_schemas(string address)
    {
        var contract = await Contract.OfAsync(service.Service, address);
        Assert.DoesNotContain(Keywords(contract.Root), keyword =>
            keyword.Name is "oneOf" or "anyOf" or "allOf" or "nullable"
            || (keyword.Name == "type" && keyword.Value.ValueKind is JsonValueKind.Array)
            || (keyword.Name == "enum" && keyword.Value.EnumerateArray().Any(term => term.ValueKind != JsonValueKind.String)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_operation_has_one_answer_of_one_media_type_and_a_name_of_verb_and_noun(string address)
    {
        var contract = await Contract.OfAsync(service.Service, address);
        Assert.Distinct(contract.Operations.Select(operation => IdOf(operation.Operation)));
        Assert.All(contract.Operations, operation =>
        {
            Assert.Matches("^(get|list|lookUp|put|create|withdraw|revoke|decide)([A-Z][a-z]+)+$", IdOf(operation.Operation));
            var successes = operation.Operation.GetProperty("responses").EnumerateObject().Where(response => response.Name.StartsWith('2')).ToList();
            Assert.NotEmpty(successes);
            // What was made and what was replaced may differ in status, not in what is said of it.
            Assert.Single(successes.Select(success => Assert.Single(success.Value.GetProperty("content").EnumerateObject()).Value.ToString()).Distinct());
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_enumeration_is_a_closed_list_of_the_code_and_has_a_name(string address)
    {
        var contract = await Contract.OfAsync(service.Service, address);
        var vocabularies = Vocabulary.All.ToDictionary(
            vocabulary => vocabulary.SchemaName, vocabulary => vocabulary.Terms.Select(term => term.Name).Distinct());
        var named = contract.Schemas.Where(schema => schema.Value.TryGetProperty("enum", out _))
            .ToDictionary(schema => schema.Name, schema => schema.Value.GetProperty("enum").EnumerateArray().Select(term => term.GetString()!));

        Assert.Equal(Keywords(contract.Root).Count(keyword => keyword.Name == "enum"), named.Count);
        Assert.Empty(vocabularies.Keys.Except(named.Keys));
        Assert.All(vocabularies, vocabulary => Assert.Equal(vocabulary.Value, named[vocabulary.Key]));
        Assert.Equal(CountryCodes.All, named["CountryCode"]);
        Assert.All(named.Keys.Except(vocabularies.Keys).Except(["CountryCode"]), name => Assert.EndsWith("Sort", name, StringComparison.Ordinal));
    }

    private static string IdOf(JsonElement operation) => operation.GetProperty("operationId").GetString()!;

    private static bool IsDescribed(JsonElement thing) =>
        thing.TryGetProperty("description", out var description) && description.GetString() is { Length: > 3 } text && !text.StartsWith("TODO", StringComparison.Ordinal);

    /// <summary>Whether it is a figure, a text, a term, or a list of them; what is made of members has its examples in those.</summary>
    private static bool IsValue(Contract contract, JsonElement schema)
    {
        var resolved = contract.Resolve(schema);
        return (resolved.TryGetProperty("type", out var type) ? type.GetString() : "any") switch
        {
            "object" => false,
            "array" => IsValue(contract, resolved.GetProperty("items")),
            _ => true,
        };
    }

    private static JsonElement? ExampleOf(Contract contract, JsonElement schema)
    {
        if (schema.TryGetProperty("examples", out var examples))
            return examples[0];
        return contract.Resolve(schema).TryGetProperty("example", out var example) ? example : null;
    }

    /// <summary>Every keyword of the document, without what is an example or only a name.</summary>
    private static IEnumerable<JsonProperty> Keywords(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name switch
        {
            "example" or "examples" or "default" => [],
            "properties" => member.Value.EnumerateObject().SelectMany(property => Keywords(property.Value)),
            _ => Keywords(member.Value).Prepend(member),
        }),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keywords),
        _ => [],
    };

    [GeneratedRegex(@"\b(hours|points|percent|years|from -1 to 1|p value)\b|`doseUnit`|`measure`", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();
}
