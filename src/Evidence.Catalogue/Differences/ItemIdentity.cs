using System.Text.Json;

namespace Evidence.Catalogue.Differences;

/// <summary>
/// Says what makes an item of a list the same item in another version of the record. If a list has several identities, the earlier is the firmer:
/// a report that only now gets its DOI is still known by its title.
/// </summary>
internal static class ItemIdentity
{
    private const string PartSeparator = ",";

    /// <summary>Maps the member that holds a list to its identities, each of one or several members of the item.</summary>
    private static readonly Dictionary<string, string[][]> ByList = new(StringComparer.Ordinal)
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

    /// <summary>Returns what identifies the items of a list; empty if only their place does.</summary>
    public static IReadOnlyList<string[]> ForList(string list) => ByList.GetValueOrDefault(list, None);

    /// <summary>Returns the item's name by one identity, or null if it has none. Of several members some may be absent, a single one may not.</summary>
    public static string? FindName(JsonElement item, string[] identity) =>
        Parts(item, identity) is var parts && parts.TrueForAll(part => part is null) ? null : string.Join(PartSeparator, parts);

    /// <summary>Returns the item as a path shows it: by its firmest identity, a plain value by itself, anything else by its place.</summary>
    public static string FormatName(string list, JsonElement item, int place) =>
        IsPlain(item)
            ? Difference.FormatValue(item)!
            : ForList(list).Select(identity => JoinParts(item, identity)).FirstOrDefault(name => name is not null) ?? $"{place}";

    /// <summary>Returns whether it is a text, a number or a truth value.</summary>
    public static bool IsPlain(JsonElement item) => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string? JoinParts(JsonElement item, string[] identity) =>
        Parts(item, identity).OfType<string>().ToList() is { Count: > 0 } parts ? string.Join(PartSeparator, parts) : null;

    private static List<string?> Parts(JsonElement item, string[] identity) =>
        item.ValueKind == JsonValueKind.Object
            ? [.. identity.Select(member => item.TryGetProperty(member, out var value) ? Difference.FormatValue(value) : null)]
            : [];
}
