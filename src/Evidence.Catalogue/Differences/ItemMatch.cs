using System.Globalization;
using System.Text.Json;

namespace Evidence.Catalogue.Differences;

/// <summary>Which item of the old list is which of the new one: places in both, or in the one that has it.</summary>
/// <param name="Old">Place in the old list.</param>
/// <param name="New">Place in the new list.</param>
internal readonly record struct ItemMatch(int? Old, int? New)
{
    /// <summary>The matches in the order of the new list, then what only the old one has. Of items of one name, the first goes with the first.</summary>
    public static IReadOnlyList<ItemMatch> Of(string list, IReadOnlyList<JsonElement> old, IReadOnlyList<JsonElement> @new)
    {
        var matched = new Dictionary<int, int>();
        Match(old, @new, matched, ValueOf);
        var identities = ItemIdentity.Of(list);
        foreach (var identity in identities)
            Match(old, @new, matched, item => ItemIdentity.Name(item, identity));
        // Of what nothing identifies, the first goes with the first.
        Match(old, @new, matched, item => ItemIdentity.IsPlain(item) || identities.Any(identity => ItemIdentity.Name(item, identity) is not null) ? null : "");
        var taken = matched.Values.ToHashSet();
        return
        [
            .. @new.Select((_, place) => new ItemMatch(matched.TryGetValue(place, out var before) ? before : null, place)),
            .. old.Index().Where(item => !taken.Contains(item.Index)).Select(item => new ItemMatch(item.Index, null)),
        ];
    }

    private static void Match(
        IReadOnlyList<JsonElement> old, IReadOnlyList<JsonElement> @new, Dictionary<int, int> matched, Func<JsonElement, string?> nameOf)
    {
        var taken = matched.Values.ToHashSet();
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var (place, item) in old.Index().Where(item => !taken.Contains(item.Index)))
        {
            if (nameOf(item) is not { } name)
                continue;
            if (!places.TryGetValue(name, out var queue))
                places[name] = queue = new Queue<int>();
            queue.Enqueue(place);
        }

        foreach (var (place, item) in @new.Index().Where(item => !matched.ContainsKey(item.Index)))
        {
            if (nameOf(item) is { } name && places.TryGetValue(name, out var queue) && queue.TryDequeue(out var before))
                matched[place] = before;
        }
    }

    /// <summary>A plain item is its value; numbers are the same whatever their digits.</summary>
    private static string? ValueOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => null,
        JsonValueKind.Number when item.TryGetDecimal(out var number) => $"Number {number.ToString("G29", CultureInfo.InvariantCulture)}",
        var kind => $"{kind} {Difference.Text(item)}",
    };
}
