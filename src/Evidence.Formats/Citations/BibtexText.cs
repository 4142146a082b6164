using System.Text;
using System.Text.RegularExpressions;

namespace Evidence.Formats.Citations;

/// <summary>Escapes text for BibTeX: UTF-8, the characters of TeX escaped, the braces balanced.</summary>
public static partial class BibtexText
{
    /// <summary>
    /// Escapes the special characters of a text. BibTeX counts braces even behind a backslash, so that those of the text are written as
    /// commands.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in PlainText.ToOneLine(text))
        {
            escaped.Append(letter switch
            {
                '\\' => @"\textbackslash{}",
                '{' => @"\textbraceleft{}",
                '}' => @"\textbraceright{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '#' or '$' or '%' or '&' or '_' => $@"\{letter}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Escapes a title. Styles that set titles in small letters keep what stands in braces. That is every word whose capitals are not those of a
    /// headline (<c>NMDA</c>, <c>D-Aspartate</c>), and in a title that is no headline every capitalised word within a sentence, which is a name.
    /// </summary>
    public static string EscapeTitle(string title)
    {
        var words = PlainText.ToOneLine(title).Split(' ');
        var isHeadline = IsHeadline(words);
        return string.Join(' ', words.Select((word, at) =>
        {
            var beginsSentence = at == 0 || words[at - 1][^1] is ':' or '.' or '?' or '!';
            return HasInnerCapital().IsMatch(word) || (!isHeadline && !beginsSentence && HasCapital().IsMatch(word))
                ? "{" + Escape(word) + "}"
                : Escape(word);
        }));
    }

    /// <summary>Escapes an address or identifier, which readers do not unescape: what would end or open a group is percent-encoded.</summary>
    public static string EscapeAddress(string address) =>
        Unsafe().Replace(PlainText.ToOneLine(address), match => Uri.HexEscape(match.Value[0]));

    /// <summary>Returns whether more than half of the longer words begin with a capital: then a capital marks no name.</summary>
    private static bool IsHeadline(string[] words)
    {
        var longer = words.Skip(1).Where(word => word.Length > 3 && char.IsLetter(word[0])).ToList();
        return longer.Count > 1 && longer.Count(word => char.IsUpper(word[0])) * 2 > longer.Count;
    }

    /// <summary>Finds the inner capitals of <c>NMDA</c>, <c>mTOR</c>, <c>N-methyl</c>, <c>(S)-ketamine</c>; but not the parts of <c>Double-Blind</c>, which a headline has in capitals.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}&]\p{Lu}|(?<![\p{L}\p{N}])\p{Lu}-|-\p{Lu}(?![\p{L}\p{N}])|\(\p{Lu}\)")]
    private static partial Regex HasInnerCapital();

    [GeneratedRegex(@"\p{Lu}")]
    private static partial Regex HasCapital();

    [GeneratedRegex(@"[{}\\ ""]")]
    private static partial Regex Unsafe();
}
