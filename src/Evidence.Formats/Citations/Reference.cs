
namespace Evidence.Formats.Citations;

/// <summary>Says what kind of work is cited.</summary>
public enum ReferenceKind
{
    /// <summary>A report in a journal.</summary>
    Article,

    /// <summary>Data, or an entry in a register of trials.</summary>
    Dataset,

    /// <summary>A document of no known kind.</summary>
    Document,
}

/// <summary>One entry of a bibliography, before it is written in any format. What is not known is absent.</summary>
public sealed record Reference
{
    /// <summary>Key by which texts cite the work: letters, digits, hyphens and points, unique in the catalogue.</summary>
    public required string Key { get; init; }

    /// <summary>Kind of the work.</summary>
    public required ReferenceKind Kind { get; init; }

    /// <summary>Title of the work.</summary>
    public required string Title { get; init; }

    /// <summary>Authors, in their order.</summary>
    public IReadOnlyList<PersonalName> Authors { get; init; } = [];

    /// <summary>Year, followed by month and day if they are known.</summary>
    public IReadOnlyList<int> Issued { get; init; } = [];

    /// <summary>Journal, as the source names it.</summary>
    public string? Journal { get; init; }

    /// <summary>Volume of the journal.</summary>
    public string? Volume { get; init; }

    /// <summary>Issue of the volume.</summary>
    public string? Issue { get; init; }

    /// <summary>Pages, or the article number.</summary>
    public string? Pages { get; init; }

    /// <summary>DOI without a prefix.</summary>
    public string? Doi { get; init; }

    /// <summary>PubMed identifier of the work.</summary>
    public string? Pmid { get; init; }

    /// <summary>PubMed Central identifier of the work.</summary>
    public string? Pmcid { get; init; }

    /// <summary>Address of the work.</summary>
    public string? Url { get; init; }

    /// <summary>Version of the data.</summary>
    public string? Version { get; init; }

    /// <summary>Keywords, none with a comma: two of the formats separate them by it.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What the catalogue says of the work.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the first and the last page; one alone is an article number or a single page, and stays as printed.</summary>
    internal (string First, string? Last)? PageRange =>
        Pages?.Split('-', '–') is { } pages
            ? pages is [var first, var last] && first.Trim().Length > 0 && last.Trim().Length > 0 ? (first.Trim(), last.Trim()) : (Pages, null)
            : null;
}
