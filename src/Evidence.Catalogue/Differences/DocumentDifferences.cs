using System.Text.Json;

namespace Evidence.Catalogue.Differences;

/// <summary>
/// Compares two versions of a record. Items of lists are recognized by what identifies them, so that an outcome inserted at the
/// front is one addition and not a change of all that follow. Numbers are compared by value: 8.0 is 8.
/// </summary>
public static class DocumentDifferences
{
    /// <summary>Returns the differences, in the order of the new document; what was removed comes last in its object or list.</summary>
    public static IReadOnlyList<Difference> Compute(JsonElement old, JsonElement @new) => [.. Compare(old, @new, new Place("", "", "", ""))];

    private static IEnumerable<Difference> Compare(JsonElement old, JsonElement @new, Place at)
    {
        if (old.ValueKind == JsonValueKind.Object && @new.ValueKind == JsonValueKind.Object)
            return CompareMembers(old, @new, at);
        if (old.ValueKind == JsonValueKind.Array && @new.ValueKind == JsonValueKind.Array)
            return CompareItems([.. old.EnumerateArray()], [.. @new.EnumerateArray()], at);
        return JsonElement.DeepEquals(old, @new) ? [] : [new Difference(DifferenceKind.Changed, at.New, at.Path, old, @new)];
    }

    private static IEnumerable<Difference> CompareMembers(JsonElement old, JsonElement @new, Place at)
    {
        foreach (var member in @new.EnumerateObject())
        {
            var place = at.Member(member.Name);
            if (!old.TryGetProperty(member.Name, out var before))
                yield return new Difference(DifferenceKind.Added, place.New, place.Path, null, member.Value);
            else
                foreach (var difference in Compare(before, member.Value, place))
                    yield return difference;
        }

        foreach (var member in old.EnumerateObject().Where(member => !@new.TryGetProperty(member.Name, out _)))
        {
            var place = at.Member(member.Name);
            yield return new Difference(DifferenceKind.Removed, place.Old, place.Path, member.Value, null);
        }
    }

    private static IEnumerable<Difference> CompareItems(List<JsonElement> old, List<JsonElement> @new, Place at)
    {
        var matches = ItemMatch.Compute(at.Name, old, @new);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        if (CompareOrder(matches, old, @new, at) is { } order)
            yield return order;
        foreach (var match in matches)
        {
            var item = match.New is { } place ? @new[place] : old[match.Old!.Value];
            var here = at.Item(match, ItemIdentity.FormatName(at.Name, item, match.New ?? match.Old!.Value), taken);
            var found = match switch
            {
                { Old: null } => [new Difference(DifferenceKind.Added, here.New, here.Path, null, item)],
                { New: null } => [new Difference(DifferenceKind.Removed, here.Old, here.Path, item, null)],
                _ => Compare(old[match.Old.Value], item, here),
            };
            foreach (var difference in found)
                yield return difference;
        }
    }

    /// <summary>Returns a difference if the items of both lists are in another order.</summary>
    private static Difference? CompareOrder(IReadOnlyList<ItemMatch> matches, List<JsonElement> old, List<JsonElement> @new, Place at)
    {
        var both = matches.Where(match => match is { Old: not null, New: not null }).ToList();
        if (both.Zip(both.Skip(1)).All(next => next.First.Old < next.Second.Old))
            return null;
        var before = both.OrderBy(match => match.Old).Select(match => ItemIdentity.FormatName(at.Name, old[match.Old!.Value], match.Old.Value));
        var after = both.Select(match => ItemIdentity.FormatName(at.Name, @new[match.New!.Value], match.New.Value));
        return new Difference(
            DifferenceKind.Reordered, at.New, at.Path, JsonSerializer.SerializeToElement(before, CatalogueJson.Options), JsonSerializer.SerializeToElement(after, CatalogueJson.Options));
    }

    /// <summary>A place in both documents: its pointers, its path, and the name of the member that it is.</summary>
    private sealed record Place(string Old, string New, string Path, string Name)
    {
        public Place Member(string name) =>
            new($"{Old}/{JsonPointer.Escape(name)}", $"{New}/{JsonPointer.Escape(name)}", Path.Length == 0 ? name : $"{Path}.{name}", name);

        /// <summary>Returns the place of an item; items of one name are distinguished by a number.</summary>
        public Place Item(ItemMatch match, string name, HashSet<string> taken)
        {
            var unique = name;
            for (var again = 2; !taken.Add(unique); again++)
                unique = $"{name}#{again}";
            return new($"{Old}/{match.Old}", $"{New}/{match.New}", $"{Path}[{unique}]", "");
        }
    }
}
