using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.Frame;

/// <summary>Terms of the vocabularies as people read them.</summary>
public static partial class Words
{
    private static readonly Dictionary<string, string> Countries = PageAssets.Lines("countries.tsv").Select(line => line.Split('\t')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The label of a term.</summary>
    public static string Of(string vocabulary, string term) => Vocabulary.Get(vocabulary).Find(term)?.Label ?? term;

    /// <summary>The labels of terms, with commas.</summary>
    public static string Of(string vocabulary, IEnumerable<string> terms) => string.Join(", ", terms.Select(term => Of(vocabulary, term)));

    /// <summary>The labels of terms inside a sentence, with commas: <c>ketamine, midazolam</c>.</summary>
    public static string Inside(string vocabulary, IEnumerable<string> terms) => string.Join(", ", terms.Select(term => Small(Of(vocabulary, term))));

    /// <summary>The same as the beginning of a sentence: <c>Ketamine, midazolam</c>.</summary>
    public static string Sentence(string vocabulary, IEnumerable<string> terms) =>
        Inside(vocabulary, terms) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    /// <summary>A label inside a sentence: small, unless it is an abbreviation.</summary>
    public static string Small(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    /// <summary>A sentence of the API with true minus signs before its numbers.</summary>
    public static string Printed(string sentence) => MinusBeforeNumber().Replace(sentence, "−");

    /// <summary>The name of a country; its code where it is not known.</summary>
    public static string Country(string code) => Countries.GetValueOrDefault(code, code);

    /// <summary>A value of a filter as people read it.</summary>
    public static string Of(Parameter filter, string value) => filter switch
    {
        { VocabularyName: { } vocabulary } => Of(vocabulary, value),
        { Name: "country" } => Country(value),
        { Kind: ParameterKind.Flag } => value == "true" ? "Yes" : "No",
        _ => value,
    };

    /// <summary>A count with its noun: <c>1 study</c>, <c>12 studies</c>.</summary>
    public static string Count(long count, string one, string many) => FormattableString.Invariant($"{count:#,0} {(count == 1 ? one : many)}").Replace(',', '\u202F');

    [System.Text.RegularExpressions.GeneratedRegex(@"(?<=^|[\s(])-(?=\d)")]
    private static partial System.Text.RegularExpressions.Regex MinusBeforeNumber();
}
