namespace Evidence.Catalogue;

/// <summary>A publication about a study.</summary>
public sealed record Report
{
    /// <summary>What the report is to the study.</summary>
    /// <example>primary</example>
    [Vocabulary("report-role")]
    public required string Role { get; init; }

    /// <summary>Title of the report.</summary>
    /// <example>A randomized trial of an N-methyl-D-aspartate antagonist in treatment-resistant major depression</example>
    public required string Title { get; init; }

    /// <summary>Journal, as the source abbreviates it.</summary>
    /// <example>Arch Gen Psychiatry</example>
    public string? Journal { get; init; }

    /// <summary>Year of the publication.</summary>
    /// <example>2006</example>
    public int? Year { get; init; }

    /// <summary>Volume of the journal.</summary>
    /// <example>63</example>
    public string? Volume { get; init; }

    /// <summary>Issue of the volume.</summary>
    /// <example>8</example>
    public string? Issue { get; init; }

    /// <summary>Pages, or the article number.</summary>
    /// <example>856-864</example>
    public string? Pages { get; init; }

    /// <summary>DOI in lower case, without a prefix.</summary>
    /// <example>10.1001/archpsyc.63.8.856</example>
    public string? Doi { get; init; }

    /// <summary>PubMed identifier of the report.</summary>
    /// <example>16894061</example>
    public string? Pmid { get; init; }

    /// <summary>PubMed Central identifier of the report.</summary>
    /// <example>PMC3157302</example>
    public string? Pmcid { get; init; }

    /// <summary>Authors as family name and initials, in order.</summary>
    /// <example>["Zarate CA"]</example>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Whether the report was corrected or retracted; absent while unchecked.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }

    /// <summary>Day on which the retraction status was looked up.</summary>
    /// <example>2026-11-23</example>
    public DateOnly? StatusCheckedOn { get; init; }
}

/// <summary>A document that figures were read from.</summary>
public sealed record Source
{
    /// <summary>Short key by which figures name the document.</summary>
    /// <example>registry</example>
    public required string Key { get; init; }

    /// <summary>What kind of document it is, from firm to weak.</summary>
    /// <example>registry</example>
    [Vocabulary("source-kind")]
    public required string Kind { get; init; }

    /// <summary>Citation of the document.</summary>
    /// <example>ClinicalTrials.gov, NCT00088699</example>
    public required string Citation { get; init; }

    /// <summary>Address of the document.</summary>
    /// <example>https://clinicaltrials.gov/study/NCT00088699</example>
    public required string Url { get; init; }

    /// <summary>Address at which the text was read, if not at <c>url</c>.</summary>
    /// <example>https://pmc.ncbi.nlm.nih.gov/articles/PMC8808464</example>
    public string? ReadAt { get; init; }
}

/// <summary>The address of a figure: document, place in it, and its derivation if it is not printed.</summary>
public sealed record SourceReference
{
    /// <summary>Key of the document in the study's <c>sources</c>.</summary>
    /// <example>paper</example>
    public required string Key { get; init; }

    /// <summary>Table, figure or page.</summary>
    /// <example>Table 2</example>
    public required string Locator { get; init; }

    /// <summary>How a figure that is not printed was calculated; absent if it is printed.</summary>
    /// <example>events = 71% of 17</example>
    public string? Derivation { get; init; }
}
