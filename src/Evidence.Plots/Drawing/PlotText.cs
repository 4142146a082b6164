using System.Text;

namespace Evidence.Plots.Drawing;

/// <summary>Estimates how wide text is, without a font to measure it by: that of DejaVu Sans Condensed, the widest of those that the style names.</summary>
public static class PlotText
{
    /// <summary>Widths of the characters from space to tilde, in hundredths of the font's size.</summary>
    private static readonly byte[] Widths =
    [
        29, 36, 41, 75, 57, 85, 70, 25, 35, 35, 45, 75, 29, 32, 29, 30, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 30, 30, 75, 75, 75, 48,
        90, 62, 62, 63, 69, 57, 52, 70, 68, 27, 27, 59, 50, 78, 67, 71, 54, 71, 62, 57, 55, 66, 62, 89, 62, 55, 62, 35, 30, 35, 75, 45,
        45, 55, 57, 49, 57, 55, 32, 57, 57, 25, 25, 52, 25, 88, 57, 55, 57, 57, 37, 47, 35, 57, 53, 74, 53, 53, 47, 57, 30, 57, 75,
    ];

    private const double Bolder = 1.15;

    private const char NoBreak = '\u00A0';

    /// <summary>Signs that no line ends or begins with.</summary>
    private static readonly string[] Joining = [" = ", " < ", " > "];

    /// <summary>Returns the width of a line, in pixels.</summary>
    public static double Width(string text, double size, bool isBold = false) =>
        text.EnumerateRunes().Sum(GetWidth) / 100 * size * (isBold ? Bolder : 1);

    /// <summary>Returns the text, or its beginning with an ellipsis if it is wider than the room.</summary>
    public static string Fit(string text, double size, double room, bool isBold = false)
    {
        if (Width(text, size, isBold) <= room)
            return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => Width($"{kept}{rune}…", size, isBold) <= room))
            kept.Append(rune);
        return $"{kept.ToString().TrimEnd()}…";
    }

    /// <summary>Returns the text in lines that are no wider than the room, broken at spaces.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double room, bool isBold = false)
    {
        var lines = new List<string>();
        var joined = Joining.Aggregate(text, (all, sign) => all.Replace(sign, sign.Replace(' ', NoBreak), StringComparison.Ordinal));
        foreach (var word in joined.Split(' ').Select(word => word.Replace(NoBreak, ' ')))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size, isBold) <= room)
                lines[^1] += $" {word}";
            else
                lines.Add(Fit(word, size, room, isBold));
        }

        return lines;
    }

    private static double GetWidth(Rune rune) => rune.Value switch
    {
        >= ' ' and <= '~' => Widths[rune.Value - ' '],
        '–' or '†' => 45,
        '²' => 36,
        NoBreak => 29,
        '·' => 29,
        '−' or '←' or '→' or '±' or '∞' => 75,
        < 0x250 => 62, // letters with accents
        < 0x1100 => 75,
        _ => 100,
    };
}
