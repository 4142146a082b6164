using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.Frame;

/// <summary>Terms of the vocabularies as people read them.</summary>
public static class Words
{
    /// <summary>The label of a term.</summary>
    public static string Of(string vocabulary, string term) => Vocabulary.Get(vocabulary).Find(term)?.Label ?? term;

    /// <summary>The labels of terms, with commas.</summary>
    public static string Of(string vocabulary, IEnumerable<string> terms) => string.Join(", ", terms.Select(term => Of(vocabulary, term)));

    /// <summary>A value of a filter as people read it.</summary>
    public static string Of(Parameter filter, string value) => filter switch
    {
        { VocabularyName: { } vocabulary } => Of(vocabulary, value),
        { Kind: ParameterKind.Flag } => value == "true" ? "Yes" : "No",
        _ => value,
    };

    /// <summary>A count with its noun: <c>1 study</c>, <c>12 studies</c>.</summary>
    public static string Count(long count, string one, string many) => FormattableString.Invariant($"{count:#,0} {(count == 1 ? one : many)}").Replace(',', '\u202F');
}
