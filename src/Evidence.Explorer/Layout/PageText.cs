using System.Text.RegularExpressions;
using Evidence.Catalogue;
using Evidence.Store.Selection;

namespace Evidence.Explorer.Layout;

/// <summary>Texts of pages that are no labels of terms: counts with their nouns, names of countries, values of filters.</summary>
public static partial class PageText
{
    private static readonly Dictionary<string, string> Countries =
        PageAssets.ReadLines("countries.tsv").Select(line => line.Split('\t')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Returns a sentence of the API with true minus signs before its numbers.</summary>
    public static string FormatMinus(string sentence) => MinusBeforeNumber().Replace(sentence, "−");

    /// <summary>Returns the name of a country, or its code if the name is not known.</summary>
    public static string FindCountry(string code) => Countries.GetValueOrDefault(code, code);

    /// <summary>Returns a value of a filter as people read it.</summary>
    public static string FormatFilterValue(Parameter filter, string value) => filter switch
    {
        { VocabularyName: { } vocabulary } => Labels.Find(vocabulary, value),
        { Name: "country" } => FindCountry(value),
        { Kind: ParameterKind.Flag } => value == "true" ? "Yes" : "No",
        _ => value,
    };

    /// <summary>Returns a count with its noun: <c>1 study</c>, <c>12 studies</c>.</summary>
    public static string FormatCount(long count, string one, string many) =>
        FormattableString.Invariant($"{count:#,0} {(count == 1 ? one : many)}").Replace(',', '\u202F');

    [GeneratedRegex(@"(?<=^|[\s(])-(?=\d)")]
    private static partial Regex MinusBeforeNumber();
}
