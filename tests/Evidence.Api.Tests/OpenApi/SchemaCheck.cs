using System.Text.Json;

namespace Evidence.Api.Tests.OpenApi;

/// <summary>Holds an answer against a schema, over the keywords that the contract uses.</summary>
internal static class SchemaCheck
{
    /// <summary>Where the value is not what the schema says.</summary>
    public static IEnumerable<string> Faults(Contract contract, JsonElement schema, JsonElement value, string place)
    {
        schema = contract.Resolve(schema);
        if (!schema.TryGetProperty("type", out var named))
            return []; // Any value.
        var type = named.GetString();
        if (type != TypeOf(value) && !(type == "number" && TypeOf(value) == "integer"))
            return [$"{place} is {TypeOf(value)}, not {type}"];
        if (schema.TryGetProperty("enum", out var terms) && terms.EnumerateArray().All(term => term.GetString() != value.GetString()))
            return [$"{place} is {value}, which is no term"];
        return type switch
        {
            "object" when schema.TryGetProperty("properties", out var members) => MemberFaults(contract, schema, members, value, place),
            "array" => value.EnumerateArray().SelectMany((item, i) => Faults(contract, schema.GetProperty("items"), item, $"{place}[{i}]")),
            _ => [],
        };
    }

    private static IEnumerable<string> MemberFaults(Contract contract, JsonElement schema, JsonElement members, JsonElement value, string place)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        var missing = required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}.{name} is missing");
        return missing.Concat(value.EnumerateObject().SelectMany(member => members.TryGetProperty(member.Name, out var described)
            ? Faults(contract, described, member.Value, $"{place}.{member.Name}")
            : [$"{place}.{member.Name} is not described"]));
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };
}
