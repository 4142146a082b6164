using System.Globalization;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Formats.Citations;

/// <summary>Creates the bibliography of a study: an entry for each of its reports, the primary one first, the others as the record has them.</summary>
public static class StudyReferences
{
    /// <summary>Creates the entries. A study of which no report is known has one for itself, so that no study drops out of a bibliography.</summary>
    public static IReadOnlyList<Reference> Create(Study study)
    {
        if (study.Reports.Count == 0)
            return [FromStudy(study)];
        var ordered = study.Reports.OrderBy(report => report.Role == Terms.ReportRole.Primary ? 0 : 1).ToList();
        return [.. ordered.Select((report, at) => FromReport(study, report, ordered.Take(at).Count(earlier => earlier.Role == report.Role)))];
    }

    /// <summary>
    /// Creates the entry of a report. The key is the study's identifier for the primary report, with the role behind a point for the others. No identifier has a point, so
    /// that keys are unique over the whole catalogue, and none changes because a report gets its DOI or PMID later.
    /// </summary>
    private static Reference FromReport(Study study, Report report, int earlierWithRole)
    {
        var ordinal = earlierWithRole == 0 ? "" : "-" + (earlierWithRole + 1).ToString(CultureInfo.InvariantCulture);
        var role = report.Role == Terms.ReportRole.Primary && ordinal.Length == 0 ? "" : "." + report.Role;
        return new Reference
        {
            Key = study.Id + role + ordinal,
            Kind = report.Role == Terms.ReportRole.Registration ? ReferenceKind.Dataset : ReferenceKind.Article,
            Title = report.Title,
            Authors = [.. report.Authors.Select(PersonalName.Parse)],
            Issued = report.Year is { } year ? [year] : [],
            Journal = report.Journal,
            Volume = report.Volume,
            Issue = report.Issue,
            Pages = report.Pages,
            Doi = report.Doi,
            Pmid = report.Pmid,
            Pmcid = report.Pmcid,
            Url = FindUrl(study, report),
            Keywords = CollectKeywords(study),
            Note = FormatNote(study, Labels.Find("report-role", report.Role), FormatStatus(report)),
        };
    }

    private static Reference FromStudy(Study study) => new()
    {
        Key = study.Id,
        Kind = ReferenceKind.Document,
        Title = study.Title,
        Url = study.Sources.Count > 0 ? study.Sources[0].Url : null,
        Keywords = CollectKeywords(study),
        Note = FormatNote(study, "No report of it is known", study.Sources.Count > 0 ? $"Source: {study.Sources[0].Citation}" : null),
    };

    private static string? FindUrl(Study study, Report report) => report switch
    {
        { Doi: { } doi } => $"https://doi.org/{Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)}",
        { Pmid: { } pmid } => $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        { Pmcid: { } pmcid } => $"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/",
        // Of several entries none is known to be the report.
        { Role: Terms.ReportRole.Registration } when study.Registrations is [{ Registry: Terms.Registry.ClinicaltrialsGov, Id: var number }] => $"https://clinicaltrials.gov/study/{number}",
        _ => null,
    };

    private static IReadOnlyList<string> CollectKeywords(Study study) =>
    [
        .. new[] { Labels.Find("design", study.Design) }
            .Concat(study.Population.Conditions.Select(term => Labels.Find("condition", term)))
            .Concat(study.Arms.Select(arm => Labels.Find("intervention", arm.Intervention)))
            .Select(label => label.Replace(",", "", StringComparison.Ordinal))
            .Distinct(),
    ];

    private static string FormatNote(Study study, params IEnumerable<string?> parts)
    {
        var registrations = study.Registrations.Select(registration => registration.Id).ToList();
        return string.Join("; ", new[] { $"Evidence study {study.Id}" }
            .Concat(parts.OfType<string>())
            .Concat(registrations.Count > 0 ? [$"Registered as {string.Join(", ", registrations)}"] : []));
    }

    private static string FormatStatus(Report report)
    {
        if (report.RetractionStatus is not { } status)
            return "Retraction status: not checked";
        var day = report.StatusCheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"Retraction status: {Labels.Find("retraction-status", status).ToLowerInvariant()}{(day is null ? "" : $", checked on {day}")}";
    }

}
