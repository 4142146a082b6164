using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.OpenApi;

/// <summary>A served OpenAPI document, as tests read it.</summary>
internal sealed class Contract(JsonElement root)
{
    public static readonly string[] Addresses = ["/openapi/v1.json", "/openapi/v1.oas30.json"];

    public JsonElement Root => root;

    /// <summary>Every schema with a name.</summary>
    public IEnumerable<JsonProperty> Schemas => root.GetProperty("components").GetProperty("schemas").EnumerateObject();

    /// <summary>Every operation with its path.</summary>
    public IEnumerable<(string Path, JsonElement Operation)> Operations =>
        OperationsWithMethod.Select(operation => (operation.Path, operation.Operation));

    /// <summary>Every operation with its method, in lower case, and its path.</summary>
    public IEnumerable<(string Method, string Path, JsonElement Operation)> OperationsWithMethod =>
        from path in root.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name, path.Name, operation.Value);

    /// <summary>Every operation that anybody may send to read, and whose answer ends by itself.</summary>
    public IEnumerable<(string Path, JsonElement Operation)> Reads =>
        OperationsWithMethod.Where(operation => operation.Method == "get" && !operation.Operation.TryGetProperty("security", out _) && !IsStream(operation.Operation))
            .Select(operation => (operation.Path, operation.Operation));

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

    /// <summary>The address of an operation with the examples of its parameters in the path and of those that it must have.</summary>
    public string ExampleAddress(string path, JsonElement operation)
    {
        var query = new List<string>();
        foreach (var parameter in ParametersOf(operation).Where(parameter => parameter.TryGetProperty("required", out var required) && required.GetBoolean()))
        {
            var name = parameter.GetProperty("name").GetString()!;
            var example = parameter.GetProperty("example") is { ValueKind: JsonValueKind.Array } list ? list[0].GetString()! : parameter.GetProperty("example").ToString();
            if (parameter.GetProperty("in").GetString() == "path")
                path = path.Replace($"{{{name}}}", example, StringComparison.Ordinal);
            else
                query.Add($"{name}={example}");
        }

        if (path.StartsWith("/v1/risk-of-bias.csv", StringComparison.Ordinal))
            query.Add("tool=rob-1"); // The selection must be of one tool.
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static bool IsStream(JsonElement operation) =>
        operation.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/event-stream", out _);

    /// <summary>The same, ready for one more parameter.</summary>
    public string ExampleQuery(string path, JsonElement operation) =>
        ExampleAddress(path, operation) is var address && address.Contains('?', StringComparison.Ordinal) ? address + "&" : address + "?";

    /// <summary>The parameter by which an operation is asked as of a revision: of a comparison of two the later.</summary>
    public string RevisionOf(JsonElement operation)
    {
        var names = ParametersOf(operation).Select(parameter => parameter.GetProperty("name").GetString()).ToList();
        return names.Contains("to") && !names.Contains("revision") ? "to" : "revision";
    }

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
