using System.Globalization;
using System.Text.Json;

namespace Evidence.Catalogue.Differences;

/// <summary>Pairs an item of the old list with the same item of the new one: places in both, or in the one that has it.</summary>
/// <param name="Old">Place in the old list.</param>
/// <param name="New">Place in the new list.</param>
internal readonly record struct ItemMatch(int? Old, int? New)
{
    /// <summary>Returns the matches in the order of the new list, then what only the old one has. Of items of one name, the first is matched with the first.</summary>
    public static IReadOnlyList<ItemMatch> Compute(string list, IReadOnlyList<JsonElement> old, IReadOnlyList<JsonElement> @new)
    {
        var matched = new Dictionary<int, int>();
        Match(old, @new, matched, FormatPlain);
        var identities = ItemIdentity.ForList(list);
        foreach (var identity in identities)
            Match(old, @new, matched, item => ItemIdentity.FindName(item, identity));
        // Of items without an identity, the first is matched with the first.
        Match(old, @new, matched, item => ItemIdentity.IsPlain(item) || identities.Any(identity => ItemIdentity.FindName(item, identity) is not null) ? null : "");
        var taken = matched.Values.ToHashSet();
        return
        [
            .. @new.Select((_, place) => new ItemMatch(matched.TryGetValue(place, out var before) ? before : null, place)),
            .. old.Index().Where(item => !taken.Contains(item.Index)).Select(item => new ItemMatch(item.Index, null)),
        ];
    }

    private static void Match(
        IReadOnlyList<JsonElement> old, IReadOnlyList<JsonElement> @new, Dictionary<int, int> matched, Func<JsonElement, string?> findName)
    {
        var taken = matched.Values.ToHashSet();
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var (place, item) in old.Index().Where(item => !taken.Contains(item.Index)))
        {
            if (findName(item) is not { } name)
                continue;
            if (!places.TryGetValue(name, out var queue))
                places[name] = queue = new Queue<int>();
            queue.Enqueue(place);
        }

        foreach (var (place, item) in @new.Index().Where(item => !matched.ContainsKey(item.Index)))
        {
            if (findName(item) is { } name && places.TryGetValue(name, out var queue) && queue.TryDequeue(out var before))
                matched[place] = before;
        }
    }

    /// <summary>Returns the value of a plain item; numbers are the same with any digits: 8.0 is 8.</summary>
    private static string? FormatPlain(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => null,
        JsonValueKind.Number when item.TryGetDecimal(out var number) => $"Number {number.ToString("G29", CultureInfo.InvariantCulture)}",
        var kind => $"{kind} {Difference.FormatValue(item)}",
    };
}
