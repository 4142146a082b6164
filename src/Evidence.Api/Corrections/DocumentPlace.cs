using System.Globalization;
using System.Text.Json.Nodes;
using Evidence.Catalogue;

namespace Evidence.Api.Corrections;

/// <summary>A place in a document that a JSON pointer (RFC 6901) leads to. Nothing need stand there yet, if what it would stand in does.</summary>
public sealed class DocumentPlace
{
    private const string NewItem = "-";

    private readonly JsonNode parent;
    private readonly string token;
    private readonly string trail;

    private DocumentPlace(JsonNode parent, string token, string trail) => (this.parent, this.token, this.trail) = (parent, token, trail);

    /// <summary>What stands there, as JSON; nothing where nothing does.</summary>
    public string? Value => Step(parent, token)?.ToJsonString(CatalogueJson.Options);

    /// <summary>The place; nothing where the pointer leads nowhere.</summary>
    public static DocumentPlace? Find(JsonNode document, string pointer)
    {
        if (!pointer.StartsWith('/') || JsonPointer.Tokens(pointer) is not { } tokens)
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
                passed.Add(IdentityOf(item, i == tokens.Count - 2 ? tokens[^1] : ""));
        }

        var last = tokens[^1];
        var leads = node is JsonObject || (node is JsonArray && (last == NewItem || Step(node, last) is not null));
        return leads ? new DocumentPlace(node, last, string.Join('\n', passed)) : null;
    }

    /// <summary>Every pointer of the document that something stands at.</summary>
    public static IEnumerable<string> Pointers(JsonNode? node, string at = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Pointers(member.Value, $"{at}/{JsonPointer.Escape(member.Key)}").Prepend($"{at}/{JsonPointer.Escape(member.Key)}")),
        JsonArray items => items.SelectMany((item, i) => Pointers(item, $"{at}/{i}").Prepend($"{at}/{i}")),
        _ => [],
    };

    /// <summary>
    /// Whether it is the same place as in another version of the document, with the same value. An index counts items, and an item that was put
    /// before moves the rest: what a list's items on the way are known by has to be the same too.
    /// </summary>
    public bool IsAsIn(DocumentPlace other) => trail == other.trail && Value == other.Value;

    /// <summary>Puts a value there, given as JSON.</summary>
    public void Set(string value)
    {
        var node = JsonNode.Parse(value);
        if (parent is JsonObject members)
            members[token] = node;
        else if (token == NewItem)
            parent.AsArray().Add(node);
        else
            parent[IndexOf(token)!.Value] = node;
    }

    /// <summary>Takes away what stands there.</summary>
    public void Remove()
    {
        if (parent is JsonObject members)
            members.Remove(token);
        else if (IndexOf(token) is { } index)
            parent.AsArray().RemoveAt(index);
    }

    /// <summary>The item's identifier, else what texts it has: an arm's results are known by the arm.</summary>
    private static string IdentityOf(JsonObject item, string pointed) => pointed != "id" && item["id"] is JsonValue id
        ? id.ToJsonString()
        : string.Join(' ', item.Where(member => member.Key != pointed && member.Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(member => member.Value!.ToJsonString()));

    private static JsonNode? Step(JsonNode node, string token) => node switch
    {
        JsonObject members => members[token],
        JsonArray items when IndexOf(token) is { } index && index < items.Count => items[index],
        _ => null,
    };

    /// <summary>An index is written without leading zeros.</summary>
    private static int? IndexOf(string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index.ToString(CultureInfo.InvariantCulture) == token ? index : null;
}
