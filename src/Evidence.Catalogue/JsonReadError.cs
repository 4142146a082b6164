using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Evidence.Catalogue;

/// <summary>
/// Says what is wrong with a document in the words of JSON. System.Text.Json says it in the words of C#
/// ("could not be converted to System.Nullable`1[System.Int32]"); only its place and the kind of error are used.
/// </summary>
internal static partial class JsonReadError
{
    /// <summary>Returns the issue that stopped the serializer, at its place in the document.</summary>
    public static ValidationIssue Explain(Type root, ReadOnlySpan<byte> utf8, JsonException error)
    {
        var pointer = JsonPointer.FromJsonPath(error.Path);
        if (error.InnerException is JsonException syntax)
            return ValidationIssue.Error(pointer, utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? "The document is empty; expected an object" : DescribeSyntaxError(syntax));
        if (MissingMembers().Match(error.Message) is { Success: true } missing)
            return ValidationIssue.Error(pointer, $"Required members are missing: {missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}");
        if (error.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return ValidationIssue.Error(pointer, "The member stands here more than once; expected it once");
        if (error.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return RefuseUnknownMember(root, pointer);
        // The reader looks into a text only when it is asked for it, so this is no syntax error to it.
        if (error.InnerException?.Message.Contains("UTF-16", StringComparison.Ordinal) == true)
            return ValidationIssue.Error(pointer, "The text is no valid Unicode; expected whole characters in UTF-8");
        return ValidationIssue.Error(pointer, $"Found {DescribeValueBefore(utf8, error)}; expected {DescribeType(FindType(root, Tokens(pointer)))}");
    }

    private static ValidationIssue RefuseUnknownMember(Type root, string pointer)
    {
        var tokens = Tokens(pointer);
        var members = FindType(root, tokens[..^1]) is { } type ? type.Properties.Select(p => p.Name).ToArray() : [];
        return ValidationIssue.NotAmong(pointer, tokens[^1], "member here", members);
    }

    /// <summary>Returns the reader's sentence without the position behind it and its advice to C# programmers; the line is put in front.</summary>
    private static string DescribeSyntaxError(JsonException syntax)
    {
        string[] ends = [" LineNumber: ", " which is not supported in this mode", " Change the reader options"];
        var end = ends.Select(part => syntax.Message.IndexOf(part, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(syntax.Message.Length).Min();
        return $"No valid JSON in line {syntax.LineNumber + 1}: {syntax.Message[..end].TrimEnd('.')}";
    }

    /// <summary>Returns the value behind which the serializer stopped, as it is written.</summary>
    private static string DescribeValueBefore(ReadOnlySpan<byte> utf8, JsonException error)
    {
        var lineStart = 0;
        for (var line = 0; line < error.LineNumber; line++)
            lineStart += utf8[lineStart..].IndexOf((byte)'\n') + 1;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = CatalogueJson.Options.MaxDepth });
        while (reader.Read() && reader.BytesConsumed < lineStart + error.BytePositionInLine)
        {
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => $"the text \"{ValidationIssue.Quote(Encoding.UTF8.GetString(reader.ValueSpan))}\"",
            _ => ValidationIssue.Quote(Encoding.UTF8.GetString(reader.ValueSpan)),
        };
    }

    private static JsonTypeInfo? FindType(Type root, string[] tokens)
    {
        var type = CatalogueJson.Options.GetTypeInfo(root);
        foreach (var token in tokens)
        {
            var next = type.ElementType ?? type.Properties.FirstOrDefault(p => p.Name == token)?.PropertyType;
            if (next is null)
                return null;
            type = CatalogueJson.Options.GetTypeInfo(next);
        }

        return type;
    }

    private static string DescribeType(JsonTypeInfo? expected)
    {
        var type = expected is null ? null : Nullable.GetUnderlyingType(expected.Type) ?? expected.Type;
        return type == typeof(string) ? "text"
            : type == typeof(int) ? "a whole number"
            : type == typeof(decimal) ? $"a number of up to {ExactNumber.MaxDigits} digits"
            : type == typeof(bool) ? "true or false"
            : type == typeof(DateOnly) ? "a date such as 2026-11-23"
            : expected?.Kind switch
            {
                JsonTypeInfoKind.Enumerable => "a list",
                JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
                _ => "another kind of value",
            };
    }

    private static string[] Tokens(string pointer) => [.. JsonPointer.Split(pointer)!];

    [GeneratedRegex("missing required properties including: (.*?)\\.$")]
    private static partial Regex MissingMembers();
}
