using System.Globalization;
using System.Text;
using System.Text.Json;
using Evidence.Catalogue;

namespace Evidence.Explorer.Curate;

/// <summary>In which line of a text each value of its document begins, so that an issue can name the line. Of a text that is no JSON it finds the lines up to the error.</summary>
public sealed class JsonLines
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly string[] texts;
    private readonly int? errorLine;

    /// <summary>Finds the lines of a text.</summary>
    public JsonLines(string text)
    {
        texts = text.Split('\n');
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            Walk(utf8);
        }
        catch (JsonException e)
        {
            errorLine = (int)Math.Min(e.LineNumber ?? 0, texts.Length - 1) + 1;
        }
    }

    /// <summary>Returns the line of a pointer, from 1; for a missing member the line of what it is missing in, and for a text that is no JSON the line of the error.</summary>
    public int FindLine(string pointer)
    {
        if (errorLine is { } line)
            return line;
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
        {
            if (lines.TryGetValue(at, out var found))
                return found;
        }

        return 1;
    }

    /// <summary>Returns the text of a line without the white space around it.</summary>
    public string GetText(int line) => texts[line - 1].Trim();

    private void Walk(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var open = new Stack<(string Pointer, int Next)>(); // Next is the index of a list's next item, -1 in an object.
        var (member, line, counted) = ("", 1, 0);
        while (reader.Read())
        {
            line += utf8[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    member = JsonPointer.Escape(reader.GetString()!);
                    lines.TryAdd($"{open.Peek().Pointer}/{member}", line);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
            }

            var pointer = FormatPointer(open, member);
            lines.TryAdd(pointer, line);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open.Push((pointer, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
        }
    }

    private static string FormatPointer(Stack<(string Pointer, int Next)> open, string member)
    {
        if (!open.TryPop(out var parent))
            return "";
        open.Push(parent.Next < 0 ? parent : (parent.Pointer, parent.Next + 1));
        return parent.Next < 0 ? $"{parent.Pointer}/{member}" : string.Create(CultureInfo.InvariantCulture, $"{parent.Pointer}/{parent.Next}");
    }
}
