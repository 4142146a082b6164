namespace Evidence.Catalogue;

/// <summary>
/// One retraction status for a whole study, so that studies can be filtered by it: the worst of its reports. That it stands (<c>none</c>) can
/// only be said where every report was checked; a report that nobody checked may be anything, so that a part of them can show a fault
/// and nothing else.
/// </summary>
public static class RetractionStatus
{
    private static readonly List<string> FromBest = [.. Vocabulary.Get("retraction-status").Terms.Select(term => term.Name)];

    /// <summary>The worst status of the study's reports; nothing where none has a fault and not all were checked.</summary>
    public static string? OfStudy(Study study)
    {
        var worst = study.Reports.Select(report => report.RetractionStatus).OfType<string>().MaxBy(FromBest.IndexOf);
        return worst == FromBest[0] && study.Reports.Any(report => report.RetractionStatus is null) ? null : worst;
    }

    /// <summary>The status of the primary report, of several the worst; nothing while unchecked.</summary>
    public static string? OfPrimary(Study study) =>
        study.Reports.Where(report => report.Role == "primary").Select(report => report.RetractionStatus).OfType<string>().MaxBy(FromBest.IndexOf);
}
