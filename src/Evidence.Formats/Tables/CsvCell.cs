using System.Text.Json;

namespace Evidence.Formats.Tables;

/// <summary>Writes JSON values as cells: numbers with the digits they were reported with, lists joined by semicolons, text guarded.</summary>
public static class CsvCell
{
    /// <summary>Separates the items of a list.</summary>
    public const string Separator = ";";

    /// <summary>Says how booleans are written, in the terms of CSV on the Web; R, pandas and spreadsheets all read it as such, and R reads no other form.</summary>
    public const string BooleanFormat = "TRUE|FALSE";

    /// <summary>Writes a JSON value as a cell.</summary>
    public static string Format(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        JsonValueKind.String => Guard(value.GetString()!),
        JsonValueKind.Array => Guard(string.Join(Separator, value.EnumerateArray().Select(item => item.ToString()))),
        _ => value.GetRawText(),
    };

    /// <summary>
    /// Guards a text against execution. A spreadsheet takes a text that begins with one of these for a formula and runs it; an apostrophe before it prevents that (OWASP, CSV
    /// injection). Numbers are never guarded: -8.0 is a figure.
    /// </summary>
    public static string Guard(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
}
