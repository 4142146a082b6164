using System.Text.Json.Serialization;

namespace Evidence.Formats.Citations;

/// <summary>An item of CSL-JSON, as reference managers exchange it (Citation Style Language 1.0.2).</summary>
public sealed record CslItem
{
    /// <summary>Identifier of the item.</summary>
    /// <example>zarate-2006</example>
    public required string Id { get; init; }

    /// <summary>Type of the item: article-journal, dataset or document.</summary>
    /// <example>article-journal</example>
    public required string Type { get; init; }

    /// <summary>Title of the item.</summary>
    /// <example>A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant major depression</example>
    public required string Title { get; init; }

    /// <summary>Authors, in order; absent if none is known.</summary>
    public IReadOnlyList<CslName>? Author { get; init; }

    /// <summary>Year, or day, of publication.</summary>
    public CslDate? Issued { get; init; }

    /// <summary>Journal, as the source names it.</summary>
    /// <example>Arch Gen Psychiatry</example>
    [JsonPropertyName("container-title")]
    public string? ContainerTitle { get; init; }

    /// <summary>Volume of the journal.</summary>
    /// <example>63</example>
    public string? Volume { get; init; }

    /// <summary>Issue of the volume.</summary>
    /// <example>8</example>
    public string? Issue { get; init; }

    /// <summary>Pages, or the article number.</summary>
    /// <example>856-864</example>
    public string? Page { get; init; }

    /// <summary>Version of the data.</summary>
    /// <example>1</example>
    public string? Version { get; init; }

    /// <summary>DOI in lower case, without a prefix.</summary>
    /// <example>10.1001/archpsyc.63.8.856</example>
    [JsonPropertyName("DOI")]
    public string? Doi { get; init; }

    /// <summary>PubMed identifier of the item.</summary>
    /// <example>16894061</example>
    [JsonPropertyName("PMID")]
    public string? Pmid { get; init; }

    /// <summary>PubMed Central identifier of the item.</summary>
    /// <example>PMC3157302</example>
    [JsonPropertyName("PMCID")]
    public string? Pmcid { get; init; }

    /// <summary>Address of the item.</summary>
    /// <example>https://doi.org/10.1001/archpsyc.63.8.856</example>
    [JsonPropertyName("URL")]
    public string? Url { get; init; }

    /// <summary>Keywords, with commas between them.</summary>
    /// <example>Randomized crossover, Major depressive disorder, Ketamine, Saline</example>
    public string? Keyword { get; init; }

    /// <summary>Study in this catalogue, what the report is to it, retraction status, registrations.</summary>
    /// <example>Evidence study zarate-2006; Primary report; Retraction status: not checked; Registered as NCT00088699</example>
    public string? Note { get; init; }

    /// <summary>Creates the item of an entry.</summary>
    public static CslItem FromReference(Reference reference) => new()
    {
        Id = reference.Key,
        Type = FormatType(reference.Kind),
        Title = reference.Title,
        Author = reference.Authors.Count > 0 ? [.. reference.Authors.Select(CslName.FromName)] : null,
        Issued = reference.Issued.Count > 0 ? new CslDate { DateParts = [reference.Issued] } : null,
        ContainerTitle = reference.Journal,
        Volume = reference.Volume,
        Issue = reference.Issue,
        Page = reference.Pages,
        Version = reference.Version,
        Doi = reference.Doi,
        Pmid = reference.Pmid,
        Pmcid = reference.Pmcid,
        Url = reference.Url,
        Keyword = reference.Keywords.Count > 0 ? string.Join(", ", reference.Keywords) : null,
        Note = reference.Note,
    };

    private static string FormatType(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Article => "article-journal",
        ReferenceKind.Dataset => "dataset",
        ReferenceKind.Document => "document",
    };
}

/// <summary>A name of CSL-JSON: its parts, or <c>literal</c> alone.</summary>
public sealed record CslName
{
    /// <summary>Family name without the particle.</summary>
    /// <example>Asselt</example>
    public string? Family { get; init; }

    /// <summary>Initials of the given names.</summary>
    /// <example>A. D. I.</example>
    public string? Given { get; init; }

    /// <summary>Particle that stays with the family name.</summary>
    /// <example>van</example>
    [JsonPropertyName("non-dropping-particle")]
    public string? Particle { get; init; }

    /// <summary>Suffix of the name.</summary>
    /// <example>Jr</example>
    public string? Suffix { get; init; }

    /// <summary>The whole name of a group.</summary>
    /// <example>ELEKT-D Study Group</example>
    public string? Literal { get; init; }

    /// <summary>Creates the name of an author.</summary>
    public static CslName FromName(PersonalName name) => name.Literal is { } literal
        ? new CslName { Literal = literal }
        : new CslName { Family = name.Family, Given = name.Given, Particle = name.Particle, Suffix = name.Suffix };
}

/// <summary>A date of CSL-JSON.</summary>
public sealed record CslDate
{
    /// <summary>Year; or year, month and day.</summary>
    /// <example>[[2006]]</example>
    [JsonPropertyName("date-parts")]
    public required IReadOnlyList<IReadOnlyList<int>> DateParts { get; init; }
}
