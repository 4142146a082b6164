namespace Evidence.Catalogue;

/// <summary>Finds the labels of terms, which people read.</summary>
public static class Labels
{
    /// <summary>Returns the label of a term, or the term itself if the vocabulary does not have it.</summary>
    public static string Find(string vocabulary, string term) => Vocabulary.Get(vocabulary).Find(term)?.Label ?? term;

    /// <summary>Returns the labels of terms, joined by commas.</summary>
    public static string Find(string vocabulary, IEnumerable<string> terms) => string.Join(", ", terms.Select(term => Find(vocabulary, term)));

    /// <summary>Returns the labels of terms for the inside of a sentence: <c>ketamine, midazolam</c>.</summary>
    public static string Inline(string vocabulary, IEnumerable<string> terms) => string.Join(", ", terms.Select(term => LowerFirst(Find(vocabulary, term))));

    /// <summary>Returns the labels of terms for the beginning of a sentence: <c>Ketamine, midazolam</c>.</summary>
    public static string Sentence(string vocabulary, IEnumerable<string> terms) =>
        Inline(vocabulary, terms) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    /// <summary>Returns a label for the inside of a sentence: its first letter small, unless it is an abbreviation.</summary>
    public static string LowerFirst(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
