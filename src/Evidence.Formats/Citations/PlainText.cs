using System.Text;

namespace Evidence.Formats.Citations;

/// <summary>Text that stands on one line.</summary>
internal static class PlainText
{
    /// <summary>The text with each run of white space and control characters as one blank: a line's end would begin a new tag.</summary>
    public static string OneLine(string text)
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
