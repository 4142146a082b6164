using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Hosting.OpenApi;

/// <summary>A served OpenAPI document, as tests read it.</summary>
internal sealed class Contract(JsonElement root)
{
    public static readonly string[] Addresses = ["/openapi/v1.json", "/openapi/v1.oas30.json"];

    public JsonElement Root => root;

    /// <summary>Every schema with a name.</summary>
    public IEnumerable<JsonProperty> Schemas => root.GetProperty("components").GetProperty("schemas").EnumerateObject();

    /// <summary>Every operation with its path.</summary>
    public IEnumerable<(string Path, JsonElement Operation)> Operations =>
        from path in root.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (path.Name, operation.Value);

    /// <summary>Every member of every schema: <c>Study.label</c>.</summary>
    public IEnumerable<(string Name, JsonElement Schema)> Members =>
        from schema in Schemas
        where schema.Value.TryGetProperty("properties", out _)
        from member in schema.Value.GetProperty("properties").EnumerateObject()
        select ($"{schema.Name}.{member.Name}", member.Value);

    public static async Task<Contract> OfAsync(EvidenceService service, string address) =>
        new(JsonDocument.Parse(await service.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).RootElement);

    /// <summary>Every parameter of an operation, whether it is shared or its own.</summary>
    public IEnumerable<JsonElement> ParametersOf(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(Resolve) : [];

    /// <summary>What a reference stands for; anything else is itself.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        if (!element.TryGetProperty("$ref", out var reference))
            return element;
        var found = root;
        foreach (var segment in reference.GetString()!.Split('/').Skip(1))
            found = found.GetProperty(segment);
        return found;
    }
}
