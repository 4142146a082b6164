using Evidence.Catalogue;

namespace Evidence.Store.Indexing;

/// <summary>Holds the texts by which full-text search finds a study, by falling weight.</summary>
/// <param name="Names">Title, label, acronym, numbers in registers.</param>
/// <param name="Content">Summary and arms.</param>
/// <param name="Provenance">Authors, journals and titles of the reports.</param>
/// <param name="Details">Names of outcomes and instruments.</param>
public sealed record SearchText(string Names, string Content, string Provenance, string Details)
{
    /// <summary>Creates the texts of a study.</summary>
    public static SearchText Create(Study study) => new(
        Join([study.Title, study.Label, study.Acronym, study.Id, .. study.Registrations.Select(registration => registration.Id)]),
        Join([study.Summary, .. study.Arms.SelectMany(arm => new[] { arm.Label, Label("intervention", arm.Intervention), arm.Concomitant })]),
        Join(study.Reports.SelectMany(report => report.Authors.Prepend(report.Journal).Prepend(report.Title))),
        Join(study.Outcomes.SelectMany(outcome => new[]
        {
            outcome.Term, Label("domain", outcome.Domain), outcome.Instrument, InstrumentName(outcome.Instrument), outcome.Subgroup,
        }).Distinct()));

    private static string Label(string vocabulary, string term) => Vocabulary.Get(vocabulary).Find(term)?.Label ?? term;

    private static string? InstrumentName(string? instrument) =>
        instrument is null ? null : Vocabulary.Get("instrument").Find(instrument)?.FullName;

    /// <summary>Joins texts and replaces NUL by a blank, because PostgreSQL's text has no NUL.</summary>
    private static string Join(IEnumerable<string?> texts) =>
        string.Join(" . ", texts.Where(text => text is not null))
            .Replace('\0', ' ');
}
