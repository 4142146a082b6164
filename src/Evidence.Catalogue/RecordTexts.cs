using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace Evidence.Catalogue;

/// <summary>Walks through the texts of a record in document order, for the rules that apply to every member alike.</summary>
internal static class RecordTexts
{
    private static readonly ConcurrentDictionary<Type, Member[]> MembersByType = new();

    /// <summary>Enumerates every text of the record, and every null in a list.</summary>
    public static IEnumerable<RecordText> Enumerate(object record) => record is IEnumerable items ? Items(items, "", null) : Members(record, "");

    private static IEnumerable<RecordText> Members(object record, string at)
    {
        foreach (var member in MembersByType.GetOrAdd(record.GetType(), Describe))
        {
            var texts = member.Get(record) switch
            {
                null => [],
                string text => [new RecordText(at, member.Name, text, member.Vocabulary)],
                IEnumerable items => Items(items, $"{at}/{member.Name}", member.Vocabulary),
                var inner => Members(inner, $"{at}/{member.Name}"),
            };
            foreach (var text in texts)
                yield return text;
        }
    }

    private static IEnumerable<RecordText> Items(IEnumerable items, string at, string? vocabulary)
    {
        foreach (var (i, item) in items.Cast<object?>().Index())
        {
            if (item is null or string)
                yield return new RecordText(at, $"{i}", (string?)item, vocabulary);
            else
                foreach (var text in Members(item, $"{at}/{i}"))
                    yield return text;
        }
    }

    /// <summary>Returns the members of a record that hold texts, lists or records; numbers, dates and truth values do not, and ignored members have no getter.</summary>
    private static Member[] Describe(Type type) =>
    [
        .. from property in CatalogueJson.Options.GetTypeInfo(type).Properties
           where property.Get is not null && !property.PropertyType.IsValueType
           select new Member(property.Name, property.Get!, FindVocabulary(property)),
    ];

    private static string? FindVocabulary(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(VocabularyAttribute), true) is [VocabularyAttribute attribute]
            ? attribute.Name
            : null;

    private sealed record Member(string Name, Func<object, object?> Get, string? Vocabulary);
}

/// <summary>A text of a record, or a null in a list, with its place and the vocabulary that it is a term of.</summary>
internal readonly record struct RecordText(string Parent, string Token, string? Value, string? Vocabulary)
{
    public string Pointer => $"{Parent}/{Token}";
}
