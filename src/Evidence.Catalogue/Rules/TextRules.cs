namespace Evidence.Catalogue.Rules;

/// <summary>Checks that a text is not empty, and stands on one line.</summary>
internal static class TextRules
{
    public static IEnumerable<ValidationIssue> Check(object record)
    {
        foreach (var text in RecordTexts.Enumerate(record))
        {
            if (text is { Value: { } value, Vocabulary: null } && FindError(value) is { } message)
                yield return ValidationIssue.Error(text.Pointer, message);
        }
    }

    private static string? FindError(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "The text is empty; what no source said is left out";
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            return "The text begins or ends with white space; expected it without";
        // PostgreSQL stores no U+0000, and a line break ends a row for many a reader of CSV.
        return text.Any(IsInvisible)
            ? $"The text has the control character U+{(int)text.First(IsInvisible):X4}; expected one line of plain text"
            : null;
    }

    /// <summary>Returns whether a character cannot be seen: controls, and what breaks a line, or turns the direction of what follows.</summary>
    private static bool IsInvisible(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
