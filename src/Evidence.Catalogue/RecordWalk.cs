using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace Evidence.Catalogue;

/// <summary>Goes through a record in document order, for what holds of every member alike.</summary>
internal static class RecordWalk
{
    private static readonly ConcurrentDictionary<Type, Member[]> MembersOf = new();

    /// <summary>Every text of the record, and every null that stands in a list.</summary>
    public static IEnumerable<Leaf> Leaves(object record) => record is IEnumerable items ? Items(items, "", null) : Members(record, "");

    private static IEnumerable<Leaf> Members(object record, string at)
    {
        foreach (var member in MembersOf.GetOrAdd(record.GetType(), Describe))
        {
            var leaves = member.Get(record) switch
            {
                null => [],
                string text => [new Leaf(at, member.Name, text, member.Vocabulary)],
                IEnumerable items => Items(items, $"{at}/{member.Name}", member.Vocabulary),
                var inner => Members(inner, $"{at}/{member.Name}"),
            };
            foreach (var leaf in leaves)
                yield return leaf;
        }
    }

    private static IEnumerable<Leaf> Items(IEnumerable items, string at, string? vocabulary)
    {
        foreach (var (i, item) in items.Cast<object?>().Index())
        {
            if (item is null or string)
                yield return new Leaf(at, $"{i}", (string?)item, vocabulary);
            else
                foreach (var leaf in Members(item, $"{at}/{i}"))
                    yield return leaf;
        }
    }

    /// <summary>The members of a record that hold texts, lists or records; numbers, dates and truth values do not.</summary>
    private static Member[] Describe(Type type) =>
    [
        .. from property in CatalogueJson.Options.GetTypeInfo(type).Properties
           where !property.PropertyType.IsValueType
           select new Member(property.Name, property.Get!, VocabularyOf(property)),
    ];

    private static string? VocabularyOf(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(VocabularyAttribute), true) is [VocabularyAttribute attribute]
            ? attribute.Name
            : null;

    private sealed record Member(string Name, Func<object, object?> Get, string? Vocabulary);
}

/// <summary>A text, or a null in a list, with its place and the vocabulary that it is a term of.</summary>
internal readonly record struct Leaf(string Above, string Token, string? Text, string? Vocabulary)
{
    public string Pointer => $"{Above}/{Token}";
}
