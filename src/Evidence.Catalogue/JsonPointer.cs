using System.Text;

namespace Evidence.Catalogue;

/// <summary>Reads and writes JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>Converts a path as System.Text.Json writes it: <c>$.outcomes[0].sd</c> is <c>/outcomes/0/sd</c>.</summary>
    public static string FromJsonPath(string? path)
    {
        var pointer = new StringBuilder();
        var rest = (path ?? "$").AsSpan(1);
        while (rest.Length > 0)
        {
            var quoted = rest.StartsWith("['");
            var length = quoted ? FindClosingQuote(rest) : rest[0] == '[' ? rest.IndexOf(']') : FindSeparator(rest);
            var token = rest[(quoted ? 2 : 1)..(length < 0 ? rest.Length : length)];
            pointer.Append('/').Append(Escape(token.ToString()));
            var closing = quoted ? 2 : rest[0] == '[' ? 1 : 0;
            rest = length < 0 ? [] : rest[(length + closing)..];
        }

        return pointer.ToString();
    }

    /// <summary>Splits a pointer into its parts, each of which names a member or counts an item; returns null if the text is no pointer.</summary>
    public static IReadOnlyList<string>? Split(string pointer)
    {
        if (pointer.Length == 0)
            return [];
        var isPointer = pointer[0] == '/' && pointer.Index().All(letter => letter.Item != '~' || pointer.ElementAtOrDefault(letter.Index + 1) is '0' or '1');
        return isPointer
            ? [.. pointer[1..].Split('/').Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]
            : null;
    }

    /// <summary>Escapes a part of a pointer, as RFC 6901 asks.</summary>
    public static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Finds the end of a quoted name. The serializer quotes a name without escaping it, so the name ends where the path goes on or stops.</summary>
    private static int FindClosingQuote(ReadOnlySpan<char> rest)
    {
        for (var i = 2; i < rest.Length - 1; i++)
        {
            if (rest[i..].StartsWith("']") && (i + 2 == rest.Length || rest[i + 2] is '.' or '['))
                return i;
        }

        return -1;
    }

    private static int FindSeparator(ReadOnlySpan<char> rest)
    {
        var next = rest[1..].IndexOfAny('.', '[');
        return next < 0 ? -1 : next + 1;
    }
}
