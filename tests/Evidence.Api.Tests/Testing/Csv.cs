using System.Text;

namespace Evidence.Api.Tests.Testing;

/// <summary>Reads CSV by the grammar of RFC 4180 alone, with LF: not by the library that writes it.</summary>
internal static class Csv
{
    /// <summary>The rows, each cell under the name of its column.</summary>
    public static List<Dictionary<string, string>> Read(string text)
    {
        var lines = Records(text).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\n'))
                cell.Append(text[i]);
            else
                EndCell();
            if (quoted || text[i] != '\n')
                continue;
            yield return cells;
            cells = [];
        }

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
