using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue;

/// <summary>A study with a report that is retracted or under an expression of concern.</summary>
public sealed record RetractionWarning
{
    private static readonly string[] WarnedStatuses = [Terms.RetractionStatus.ExpressionOfConcern, Terms.RetractionStatus.Retracted];

    /// <summary>Identifier of the study.</summary>
    /// <example>doe-2011</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Doe 2011</example>
    public required string Label { get; init; }

    /// <summary>The worst retraction status of its reports.</summary>
    /// <example>retracted</example>
    [Vocabulary("retraction-status")]
    public required string Status { get; init; }

    /// <summary>The reports that are retracted or under an expression of concern.</summary>
    public required IReadOnlyList<WarnedReport> Reports { get; init; }

    /// <summary>Whether the report that first gives the study's results is retracted.</summary>
    /// <example>true</example>
    public required bool PrimaryIsRetracted { get; init; }

    /// <summary>Returns the warning of a study, or null if none of its reports needs one. A correction is shown, but is no warning.</summary>
    public static RetractionWarning? FromStudy(Study study)
    {
        var warned = study.Reports.Where(report => WarnedStatuses.Contains(report.RetractionStatus)).ToList();
        return warned.Count == 0 ? null : new RetractionWarning
        {
            Study = study.Id,
            Label = study.Label,
            Status = RetractionStatus.FindWorst(study)!,
            Reports = [.. warned.Select(WarnedReport.FromReport)],
            PrimaryIsRetracted = RetractionStatus.FindPrimary(study) == Terms.RetractionStatus.Retracted,
        };
    }
}

/// <summary>A report that is retracted or under an expression of concern.</summary>
public sealed record WarnedReport
{
    /// <summary>What the report is to the study.</summary>
    /// <example>primary</example>
    [Vocabulary("report-role")]
    public required string Role { get; init; }

    /// <summary>Title of the report.</summary>
    /// <example>Ketamine in a trial that was later retracted</example>
    public required string Title { get; init; }

    /// <summary>DOI in lower case, without a prefix.</summary>
    /// <example>10.1000/doe.2011</example>
    public string? Doi { get; init; }

    /// <summary>PubMed identifier of the report.</summary>
    /// <example>12345678</example>
    public string? Pmid { get; init; }

    /// <summary>Retraction status of the report.</summary>
    /// <example>retracted</example>
    [Vocabulary("retraction-status")]
    public required string Status { get; init; }

    /// <summary>Day on which the status was looked up.</summary>
    /// <example>2026-11-23</example>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>Creates the warning of a report.</summary>
    internal static WarnedReport FromReport(Report report) => new()
    {
        Role = report.Role,
        Title = report.Title,
        Doi = report.Doi,
        Pmid = report.Pmid,
        Status = report.RetractionStatus!,
        CheckedOn = report.StatusCheckedOn,
    };
}
