using System.Text.Json;

namespace Evidence.Catalogue.Differences;

/// <summary>
/// What makes an item of a list the same item in another version of the record. Where a list has several identities, the earlier is the firmer:
/// a report that only now gets its DOI is still known by its title.
/// </summary>
internal static class ItemIdentity
{
    private const string BetweenParts = ",";

    /// <summary>By the member that holds the list: identities, each of one or several members of the item.</summary>
    private static readonly Dictionary<string, string[][]> OfList = new(StringComparer.Ordinal)
    {
        ["arms"] = [["id"]],
        ["baseline"] = [["instrument", "arm", "subgroup"]],
        ["contrasts"] = [["arm", "versus", "measure"]],
        ["domains"] = [["domain"]],
        ["evidence"] = [["studyId"], ["citation"]],
        ["onset"] = [["arm", "versus", "instrument", "definition"]],
        ["outcomes"] = [["id"]],
        ["registrations"] = [["id"]],
        ["reports"] = [["doi"], ["pmid"], ["pmcid"], ["title"]],
        ["results"] = [["arm"]],
        ["sharesParticipantsWith"] = [["study"]],
        ["sources"] = [["key"]],
        ["terms"] = [["term", "tool"]],
    };

    private static readonly string[][] None = [];

    /// <summary>How items of the list are known again; nothing where only their place tells.</summary>
    public static IReadOnlyList<string[]> Of(string list) => OfList.GetValueOrDefault(list, None);

    /// <summary>The item's name by one identity; nothing where it has none. Of several members some may be absent, a single one not.</summary>
    public static string? Name(JsonElement item, string[] identity) =>
        Parts(item, identity) is var parts && parts.TrueForAll(part => part is null) ? null : string.Join(BetweenParts, parts);

    /// <summary>The item as a path shows it: by its firmest identity, a plain value by itself, anything else by its place.</summary>
    public static string Shown(string list, JsonElement item, int place) =>
        IsPlain(item)
            ? Difference.Text(item)!
            : Of(list).Select(identity => Shown(item, identity)).FirstOrDefault(name => name is not null) ?? $"{place}";

    /// <summary>Whether it is a text, a number or a truth value.</summary>
    public static bool IsPlain(JsonElement item) => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string? Shown(JsonElement item, string[] identity) =>
        Parts(item, identity).OfType<string>().ToList() is { Count: > 0 } parts ? string.Join(BetweenParts, parts) : null;

    private static List<string?> Parts(JsonElement item, string[] identity) =>
        item.ValueKind == JsonValueKind.Object
            ? [.. identity.Select(member => item.TryGetProperty(member, out var value) ? Difference.Text(value) : null)]
            : [];
}
