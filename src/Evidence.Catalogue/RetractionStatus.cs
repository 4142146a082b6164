using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue;

/// <summary>
/// Finds one retraction status for a whole study, so that studies can be filtered by it: the worst of its reports. <c>none</c> can only be
/// said if every report was checked; a report that nobody checked may have any status, so that a part of them can show a retraction or
/// correction, but not its absence.
/// </summary>
public static class RetractionStatus
{
    private static readonly List<string> FromBest = [.. Vocabulary.Get("retraction-status").Terms.Select(term => term.Name)];

    /// <summary>Returns the worst status of the study's reports, or null if that is <c>none</c> and not all were checked.</summary>
    public static string? FindWorst(Study study)
    {
        var worst = study.Reports.Select(report => report.RetractionStatus).OfType<string>().MaxBy(FromBest.IndexOf);
        return worst == Terms.RetractionStatus.None && study.Reports.Any(report => report.RetractionStatus is null) ? null : worst;
    }

    /// <summary>Returns the status of the primary report, of several the worst; null if unchecked.</summary>
    public static string? FindPrimary(Study study) =>
        study.Reports.Where(report => report.Role == Terms.ReportRole.Primary).Select(report => report.RetractionStatus).OfType<string>().MaxBy(FromBest.IndexOf);
}
