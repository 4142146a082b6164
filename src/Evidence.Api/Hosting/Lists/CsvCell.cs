using System.Text.Json;

namespace Evidence.Api.Hosting.Lists;

/// <summary>How a JSON value stands in a cell: numbers with the digits they were reported with, lists joined by semicolons, text guarded.</summary>
public static class CsvCell
{
    /// <summary>Between the items of a list.</summary>
    public const string Separator = ";";

    /// <summary>How truth is written, in the terms of CSV on the Web; R, pandas and spreadsheets all read it as such, and R nothing else.</summary>
    public const string BooleanFormat = "TRUE|FALSE";

    /// <summary>The cell.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        JsonValueKind.String => Guard(value.GetString()!),
        JsonValueKind.Array => Guard(string.Join(Separator, value.EnumerateArray().Select(item => item.ToString()))),
        _ => value.GetRawText(),
    };

    /// <summary>
    /// A spreadsheet takes a text that begins with one of these for a formula and runs it; an apostrophe before it prevents that (OWASP, CSV
    /// injection). Numbers are never guarded: -8.0 is a figure.
    /// </summary>
    public static string Guard(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
}
