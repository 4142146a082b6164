using System.Globalization;
using System.Text.Json.Nodes;
using Evidence.Catalogue;

namespace Evidence.Store.Corrections;

/// <summary>
/// Represents the target of a JSON pointer (RFC 6901) in a document. It may have no value yet, if the object or list that would hold the value
/// exists.
/// </summary>
public sealed class PointerTarget
{
    private const string NewItem = "-";

    private readonly JsonNode parent;
    private readonly string token;
    private readonly string trail;

    private PointerTarget(JsonNode parent, string token, string trail) => (this.parent, this.token, this.trail) = (parent, token, trail);

    /// <summary>Gets the value as JSON, or null if there is none.</summary>
    public string? Value => Step(parent, token)?.ToJsonString(CatalogueJson.Options);

    /// <summary>Returns the target of a pointer, or null if the pointer leads nowhere.</summary>
    public static PointerTarget? Find(JsonNode document, string pointer)
    {
        if (!pointer.StartsWith('/') || JsonPointer.Split(pointer) is not { } tokens)
            return null;
        var node = document;
        var passed = new List<string>();
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            var isItem = node is JsonArray;
            if (Step(node, tokens[i]) is not { } inner)
                return null;
            node = inner;
            if (isItem && inner is JsonObject item)
                passed.Add(Identify(item, i == tokens.Count - 2 ? tokens[^1] : ""));
        }

        var last = tokens[^1];
        var leads = node is JsonObject || (node is JsonArray && (last == NewItem || Step(node, last) is not null));
        return leads ? new PointerTarget(node, last, string.Join('\n', passed)) : null;
    }

    /// <summary>Returns every pointer of the document that has a value.</summary>
    public static IEnumerable<string> Pointers(JsonNode? node, string at = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Pointers(member.Value, $"{at}/{JsonPointer.Escape(member.Key)}").Prepend($"{at}/{JsonPointer.Escape(member.Key)}")),
        JsonArray items => items.SelectMany((item, i) => Pointers(item, $"{at}/{i}").Prepend($"{at}/{i}")),
        _ => [],
    };

    /// <summary>
    /// Returns whether it is the same target as in another version of the document, with the same value. An index counts items, and an inserted
    /// item moves the rest: the list items on the way must have the same identity too.
    /// </summary>
    public bool IsAsIn(PointerTarget other) => trail == other.trail && Value == other.Value;

    /// <summary>Writes a value, which is given as JSON.</summary>
    public void Set(string value)
    {
        var node = JsonNode.Parse(value);
        if (parent is JsonObject members)
            members[token] = node;
        else if (token == NewItem)
            parent.AsArray().Add(node);
        else
            parent[ParseIndex(token)!.Value] = node;
    }

    /// <summary>Removes the value from the document.</summary>
    public void Remove()
    {
        if (parent is JsonObject members)
            members.Remove(token);
        else if (ParseIndex(token) is { } index)
            parent.AsArray().RemoveAt(index);
    }

    /// <summary>Returns the item's identifier, or else its texts: the results of an arm are known by the arm.</summary>
    private static string Identify(JsonObject item, string pointed) => pointed != "id" && item["id"] is JsonValue id
        ? id.ToJsonString()
        : string.Join(' ', item.Where(member => member.Key != pointed && member.Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(member => member.Value!.ToJsonString()));

    private static JsonNode? Step(JsonNode node, string token) => node switch
    {
        JsonObject members => members[token],
        JsonArray items when ParseIndex(token) is { } index && index < items.Count => items[index],
        _ => null,
    };

    /// <summary>Returns the index, which has no leading zeros, or null if the token is none.</summary>
    private static int? ParseIndex(string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index.ToString(CultureInfo.InvariantCulture) == token ? index : null;
}
