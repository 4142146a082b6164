using System.Text;
using Evidence.Catalogue;

namespace Evidence.Formats.Citations;

/// <summary>A format of bibliographies: its name, and how entries are written and joined.</summary>
/// <param name="Name">Ending of files and addresses.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Head">Text before the first entry.</param>
/// <param name="Separator">Text between two entries.</param>
/// <param name="Tail">Text after the last entry.</param>
/// <param name="Entry">Function that writes an entry.</param>
public sealed record ReferenceFormat(string Name, string MediaType, string Head, string Separator, string Tail, Func<Reference, string> Entry)
{
    /// <summary>Gets RIS, for EndNote, Zotero, Mendeley, Covidence, Rayyan.</summary>
    public static ReferenceFormat Ris { get; } = new("ris", "application/x-research-info-systems", "", "\r\n", "", RisEntry.Write);

    /// <summary>Gets BibTeX, for LaTeX, JabRef, R.</summary>
    public static ReferenceFormat Bibtex { get; } = new("bib", "application/x-bibtex", "", "\n", "", BibtexEntry.Write);

    /// <summary>Gets CSL-JSON, for pandoc, citeproc, Zotero.</summary>
    public static ReferenceFormat CslJson { get; } = new(
        "csl.json", "application/vnd.citationstyles.csl+json", "[", ",\n", "]\n", reference => Encoding.UTF8.GetString(CatalogueJson.Write(CslItem.FromReference(reference))));

    /// <summary>Gets all formats of bibliographies.</summary>
    public static IReadOnlyList<ReferenceFormat> All { get; } = [Ris, Bibtex, CslJson];

    /// <summary>Writes a whole bibliography.</summary>
    public string Write(IEnumerable<Reference> references) => Head + string.Join(Separator, references.Select(Entry)) + Tail;
}
