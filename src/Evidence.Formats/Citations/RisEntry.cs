using System.Globalization;
using System.Text;

namespace Evidence.Formats.Citations;

/// <summary>
/// Writes entries in RIS, as Research Information Systems specified it: two letters, two blanks, a hyphen, a blank, the value, and CR LF; <c>TY</c> first, <c>ER</c>
/// last. UTF-8. The PMID stands in <c>AN</c> and the PMCID in <c>C2</c>, where EndNote keeps them.
/// </summary>
public static class RisEntry
{
    /// <summary>Writes an entry, including the end of its last line.</summary>
    public static string Write(Reference reference)
    {
        var entry = new StringBuilder();
        Add(entry, "TY", FormatType(reference.Kind));
        Add(entry, "ID", reference.Key);
        Add(entry, "TI", reference.Title);
        foreach (var author in reference.Authors)
            Add(entry, "AU", FormatName(author));
        Add(entry, "PY", reference.Issued.Count > 0 ? reference.Issued[0].ToString("0000", CultureInfo.InvariantCulture) : null);
        Add(entry, "DA", reference.Issued is [var year, var month, var day] ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}/{month:00}/{day:00}/") : null);
        Add(entry, "T2", reference.Journal);
        Add(entry, "VL", reference.Volume);
        Add(entry, "IS", reference.Issue);
        Add(entry, "SP", reference.PageRange?.First);
        Add(entry, "EP", reference.PageRange?.Last);
        Add(entry, "ET", reference.Version);
        Add(entry, "DO", reference.Doi);
        Add(entry, "AN", reference.Pmid);
        Add(entry, "C2", reference.Pmcid);
        Add(entry, "UR", reference.Url);
        foreach (var keyword in reference.Keywords)
            Add(entry, "KW", keyword);
        Add(entry, "N1", reference.Note);
        return entry.Append("ER  - \r\n").ToString();
    }

    private static void Add(StringBuilder entry, string tag, string? value)
    {
        var line = PlainText.ToOneLine(value ?? "");
        if (line.Length > 0)
            entry.Append(tag).Append("  - ").Append(line).Append("\r\n");
    }

    private static string FormatName(PersonalName name) =>
        name.Literal ?? $"{name.FullFamily}, {name.Given}{(name.Suffix is null ? "" : $", {name.Suffix}")}";

    private static string FormatType(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Article => "JOUR",
        ReferenceKind.Dataset => "DATA",
        ReferenceKind.Document => "GEN",
    };
}
