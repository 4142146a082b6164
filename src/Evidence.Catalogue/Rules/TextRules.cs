namespace Evidence.Catalogue.Rules;

/// <summary>A text that is there says something, on one line.</summary>
internal static class TextRules
{
    public static IEnumerable<Finding> Check(object record)
    {
        foreach (var leaf in RecordWalk.Leaves(record))
        {
            if (leaf is { Text: { } text, Vocabulary: null } && Complaint(text) is { } complaint)
                yield return Finding.Error(leaf.Pointer, complaint);
        }
    }

    private static string? Complaint(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "The text is empty; what no source said is left out";
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            return "The text begins or ends with white space; expected it without";
        // PostgreSQL stores no U+0000, and a line break ends a row for many a reader of CSV.
        return text.Any(IsUnseen)
            ? $"The text has the control character U+{(int)text.First(IsUnseen):X4}; expected one line of plain text"
            : null;
    }

    /// <summary>Also what breaks a line, or turns the direction of what follows, without being seen.</summary>
    private static bool IsUnseen(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
