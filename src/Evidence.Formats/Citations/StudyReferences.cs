using System.Globalization;
using Evidence.Catalogue;

namespace Evidence.Formats.Citations;

/// <summary>The bibliography of a study: an entry for each of its reports, the primary one first, the others as the record has them.</summary>
public static class StudyReferences
{
    private const string Primary = "primary";
    private const string Register = "registration";

    /// <summary>The entries. A study of which no report is known has one for itself, so that no study drops out of a bibliography.</summary>
    public static IReadOnlyList<Reference> Of(Study study)
    {
        if (study.Reports.Count == 0)
            return [OfItself(study)];
        var ordered = study.Reports.OrderBy(report => report.Role == Primary ? 0 : 1).ToList();
        return [.. ordered.Select((report, at) => OfReport(study, report, ordered.Take(at).Count(earlier => earlier.Role == report.Role)))];
    }

    /// <summary>
    /// The key is the study's identifier for the primary report, with the role behind a point for the others. No identifier has a point, so
    /// that keys are unique over the whole catalogue, and none changes because a report gets its DOI or PMID later.
    /// </summary>
    private static Reference OfReport(Study study, Report report, int earlierOfRole)
    {
        var ordinal = earlierOfRole == 0 ? "" : "-" + (earlierOfRole + 1).ToString(CultureInfo.InvariantCulture);
        var role = report.Role == Primary && ordinal.Length == 0 ? "" : "." + report.Role;
        return new Reference
        {
            Key = study.Id + role + ordinal,
            Kind = report.Role == Register ? ReferenceKind.Dataset : ReferenceKind.Article,
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
            Url = UrlOf(study, report),
            Keywords = KeywordsOf(study),
            Note = NoteOf(study, Label("report-role", report.Role), StatusOf(report)),
        };
    }

    private static Reference OfItself(Study study) => new()
    {
        Key = study.Id,
        Kind = ReferenceKind.Document,
        Title = study.Title,
        Url = study.Sources.Count > 0 ? study.Sources[0].Url : null,
        Keywords = KeywordsOf(study),
        Note = NoteOf(study, "No report of it is known", study.Sources.Count > 0 ? $"Source: {study.Sources[0].Citation}" : null),
    };

    private static string? UrlOf(Study study, Report report) => report switch
    {
        { Doi: { } doi } => $"https://doi.org/{Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)}",
        { Pmid: { } pmid } => $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        { Pmcid: { } pmcid } => $"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/",
        // Of several entries nothing says which one the report is.
        { Role: Register } when study.Registrations is [{ Registry: "clinicaltrials.gov", Id: var number }] => $"https://clinicaltrials.gov/study/{number}",
        _ => null,
    };

    private static IReadOnlyList<string> KeywordsOf(Study study) =>
    [
        .. new[] { Label("design", study.Design) }
            .Concat(study.Population.Conditions.Select(term => Label("condition", term)))
            .Concat(study.Arms.Select(arm => Label("intervention", arm.Intervention)))
            .Select(label => label.Replace(",", "", StringComparison.Ordinal))
            .Distinct(),
    ];

    private static string NoteOf(Study study, params IEnumerable<string?> parts)
    {
        var registrations = study.Registrations.Select(registration => registration.Id).ToList();
        return string.Join("; ", new[] { $"Evidence study {study.Id}" }
            .Concat(parts.OfType<string>())
            .Concat(registrations.Count > 0 ? [$"Registered as {string.Join(", ", registrations)}"] : []));
    }

    private static string StatusOf(Report report)
    {
        if (report.RetractionStatus is not { } status)
            return "Retraction status: not checked";
        var day = report.StatusCheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"Retraction status: {Label("retraction-status", status).ToLowerInvariant()}{(day is null ? "" : $", checked on {day}")}";
    }

    private static string Label(string vocabulary, string term) => Vocabulary.Get(vocabulary).Find(term)?.Label ?? term;
}
