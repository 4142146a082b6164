using System.Globalization;
using System.Text;

namespace Evidence.Formats.Citations;

/// <summary>Writes entries in BibTeX, also as biblatex, Zotero, JabRef and pandoc read it: UTF-8, one field a line.</summary>
public static class BibtexEntry
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Writes an entry, including the end of its last line.</summary>
    public static string Write(Reference reference)
    {
        var entry = new StringBuilder($"@{FormatType(reference.Kind)}{{{reference.Key},\n");
        Add(entry, "title", BibtexText.EscapeTitle(reference.Title));
        Add(entry, "author", string.Join(" and ", reference.Authors.Select(FormatName)));
        Add(entry, "journal", EscapeOrNull(reference.Journal));
        Add(entry, "year", reference.Issued.Count > 0 ? reference.Issued[0].ToString(CultureInfo.InvariantCulture) : null);
        // A month is a macro of BibTeX, which every style has; in braces it would be a text.
        if (reference.Issued.Count > 1)
            entry.Append(CultureInfo.InvariantCulture, $"  month = {Months[reference.Issued[1] - 1]},\n");
        Add(entry, "volume", EscapeOrNull(reference.Volume));
        Add(entry, "number", EscapeOrNull(reference.Issue));
        Add(entry, "pages", reference.PageRange is var (first, last) ? EscapeOrNull(last is null ? first : $"{first}--{last}") : null);
        Add(entry, "version", EscapeOrNull(reference.Version));
        Add(entry, "doi", reference.Doi is { } doi ? BibtexText.EscapeAddress(doi) : null);
        Add(entry, "pmid", EscapeOrNull(reference.Pmid));
        Add(entry, "pmcid", EscapeOrNull(reference.Pmcid));
        Add(entry, "url", reference.Url is { } url ? BibtexText.EscapeAddress(url) : null);
        Add(entry, "keywords", EscapeOrNull(string.Join(", ", reference.Keywords)));
        Add(entry, "note", EscapeOrNull(reference.Note));
        return entry.Append("}\n").ToString();
    }

    private static void Add(StringBuilder entry, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            entry.Append(CultureInfo.InvariantCulture, $"  {field} = {{{value}}},\n");
    }

    private static string? EscapeOrNull(string? text) => text is null ? null : BibtexText.Escape(text);

    /// <summary>Writes a name as <c>von Last, Jr, First</c>; a group is one word in braces, and so is a family name with a small word within, which BibTeX would take for a particle.</summary>
    private static string FormatName(PersonalName name)
    {
        if (name.Literal is { } literal)
            return "{" + BibtexText.Escape(literal) + "}";
        var family = BibtexText.Escape(name.Family);
        if (name.Family.Split(' ', '-').Any(word => word.Length > 0 && char.IsLower(word[0])))
            family = "{" + family + "}";
        var particle = name.Particle is null ? "" : BibtexText.Escape(name.Particle) + " ";
        var suffix = name.Suffix is null ? "" : $"{name.Suffix}, ";
        return $"{particle}{family}, {suffix}{name.Given}";
    }

    private static string FormatType(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Article => "article",
        ReferenceKind.Dataset or ReferenceKind.Document => "misc",
    };
}
