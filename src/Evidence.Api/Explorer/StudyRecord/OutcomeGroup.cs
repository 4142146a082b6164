using Evidence.Api.Explorer.Frame;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.StudyRecord;

/// <summary>Outcomes of a study that say the same thing at different times, so that they may stand in one plot.</summary>
/// <param name="Name">What they say, as a title.</param>
/// <param name="Outcomes">The outcomes, the earliest first.</param>
public sealed record OutcomeGroup(string Name, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>The groups of a study, in the order of the domains.</summary>
    public static IReadOnlyList<OutcomeGroup> Of(Study study) =>
    [
        .. from outcome in study.Outcomes
           group outcome by (outcome.Domain, outcome.Instrument, outcome.Type, outcome.Metric, outcome.Term, outcome.Subgroup, outcome.Period, outcome.TimeAnchor, outcome.AnalysisPopulation) into same
           select new OutcomeGroup(NameOf(same.First()), [.. same.OrderBy(outcome => outcome.TimeHours)]),
    ];

    /// <summary>Whether it has figures at two times at least, which is what a course is.</summary>
    public bool IsCourse => Outcomes.Where(outcome => outcome.Results.Any(result => Figures.Drawn(result) is not null)).Select(outcome => outcome.TimeHours).Distinct().Count() > 1;

    /// <summary>The same below a heading that names the domain.</summary>
    public static string ShortNameOf(Outcome outcome)
    {
        var (name, domain) = (NameOf(outcome), Words.Of("domain", outcome.Domain) + ": ");
        return name.StartsWith(domain, StringComparison.Ordinal) ? char.ToUpperInvariant(name[domain.Length]) + name[(domain.Length + 1)..] : name;
    }

    /// <summary>What an outcome is, as a title: <c>MADRS, change from baseline</c>, <c>Response (at least 50% fall)</c>.</summary>
    public static string NameOf(Outcome outcome)
    {
        var subject = outcome.Type == "dichotomous"
            ? Words.Of("domain", outcome.Domain)
            : $"{(outcome.Instrument is { } instrument ? Words.Of("instrument", instrument) : Words.Of("domain", outcome.Domain))}, {Words.Small(Words.Of("metric", outcome.Metric))}";
        var details = new[]
        {
            outcome.Term?.Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal),
            outcome.Type == "dichotomous" && outcome.Instrument is { } used && outcome.Term?.Contains(Words.Of("instrument", used), StringComparison.OrdinalIgnoreCase) != true ? Words.Of("instrument", used) : null,
            outcome.Subgroup,
            outcome.Period is "first" or "both" ? Words.Small(Words.Of("crossover-period", outcome.Period)) : null,
        };
        var detail = string.Join("; ", details.Where(part => part is not null));
        return detail.Length > 0 ? $"{subject}: {detail}" : subject;
    }
}
