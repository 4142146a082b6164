using System.Reflection;

namespace Evidence.Catalogue.Vocabularies;

/// <summary>Names the term of a vocabulary that an enum member stands for.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TermAttribute(string term) : Attribute
{
    /// <summary>The term as records, parameters and SQL write it.</summary>
    public string Term => term;
}

/// <summary>Converts between the members of an enum and the terms of its vocabulary.</summary>
public static class TermConverter
{
    /// <summary>Returns the member of a term.</summary>
    /// <exception cref="ArgumentException">The vocabulary has no such term; input is checked against it before.</exception>
    public static TEnum Parse<TEnum>(string term)
        where TEnum : struct, Enum =>
        Map<TEnum>.Members.TryGetValue(term, out var member) ? member : throw new ArgumentException($"'{term}' is no term of {typeof(TEnum).Name}.", nameof(term));

    /// <summary>Returns the member of a term, or null if the text is no term of the vocabulary, as in a record that is not checked yet.</summary>
    public static TEnum? Find<TEnum>(string? term)
        where TEnum : struct, Enum =>
        term is not null && Map<TEnum>.Members.TryGetValue(term, out var member) ? member : null;

    /// <summary>Returns the term that a member stands for.</summary>
    public static string ToTerm<TEnum>(this TEnum member)
        where TEnum : struct, Enum =>
        Map<TEnum>.Terms[member];

    private static class Map<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Terms = Enum.GetValues<TEnum>()
            .ToDictionary(member => member, member => typeof(TEnum).GetField(member.ToString())!.GetCustomAttribute<TermAttribute>()!.Term);

        public static readonly Dictionary<string, TEnum> Members = Terms.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
