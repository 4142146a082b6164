using System.Text;

namespace Evidence.Formats.Citations;

/// <summary>Writes texts on one line.</summary>
internal static class PlainText
{
    /// <summary>Replaces each run of white space and control characters by one blank: the end of a line would begin a new tag.</summary>
    public static string ToOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd(' ');
    }
}
