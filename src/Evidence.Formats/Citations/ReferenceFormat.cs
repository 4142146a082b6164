using System.Text;
using Evidence.Catalogue;

namespace Evidence.Formats.Citations;

/// <summary>A format of bibliographies: its name, and how entries are written and joined.</summary>
/// <param name="Name">Ending of files and addresses.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Head">What stands before the first entry.</param>
/// <param name="Separator">What stands between two.</param>
/// <param name="Tail">What stands behind the last.</param>
/// <param name="Entry">How one is written.</param>
public sealed record ReferenceFormat(string Name, string MediaType, string Head, string Separator, string Tail, Func<Reference, string> Entry)
{
    /// <summary>RIS: EndNote, Zotero, Mendeley, Covidence, Rayyan.</summary>
    public static ReferenceFormat Ris { get; } = new("ris", "application/x-research-info-systems", "", "\r\n", "", RisEntry.Of);

    /// <summary>BibTeX: LaTeX, JabRef, R.</summary>
    public static ReferenceFormat Bibtex { get; } = new("bib", "application/x-bibtex", "", "\n", "", BibtexEntry.Of);

    /// <summary>CSL-JSON: pandoc, citeproc, Zotero.</summary>
    public static ReferenceFormat CslJson { get; } = new(
        "csl.json", "application/vnd.citationstyles.csl+json", "[", ",\n", "]\n", reference => Encoding.UTF8.GetString(CatalogueJson.Write(CslItem.Of(reference))));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReferenceFormat> All { get; } = [Ris, Bibtex, CslJson];

    /// <summary>A whole bibliography.</summary>
    public string Write(IEnumerable<Reference> references) => Head + string.Join(Separator, references.Select(Entry)) + Tail;
}
