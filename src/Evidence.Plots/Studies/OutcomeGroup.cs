using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Plots.Studies;

/// <summary>Outcomes of a study that say the same thing at different times, so that they may stand in one plot.</summary>
/// <param name="Name">What they say, as a title.</param>
/// <param name="Outcomes">The outcomes, the earliest first.</param>
public sealed record OutcomeGroup(string Name, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>Creates the groups of a study, in the order of the domains.</summary>
    public static IReadOnlyList<OutcomeGroup> CreateAll(Study study) =>
    [
        .. from outcome in study.Outcomes
           group outcome by (outcome.Domain, outcome.Instrument, outcome.Type, outcome.Metric, outcome.Term, outcome.Subgroup, outcome.Period, outcome.TimeAnchor, outcome.AnalysisPopulation) into same
           select new OutcomeGroup(GetName(same.First()), [.. same.OrderBy(outcome => outcome.TimeHours)]),
    ];

    /// <summary>Whether it has figures at two times at least, which is what a course is.</summary>
    public bool IsCourse => Outcomes.Where(outcome => outcome.Results.Any(result => Figures.FindPoint(result) is not null)).Select(outcome => outcome.TimeHours).Distinct().Count() > 1;

    /// <summary>Returns the name of an outcome below a heading that names the domain.</summary>
    public static string GetShortName(Outcome outcome)
    {
        var (name, domain) = (GetName(outcome), Labels.Find("domain", outcome.Domain) + ": ");
        return name.StartsWith(domain, StringComparison.Ordinal) ? char.ToUpperInvariant(name[domain.Length]) + name[(domain.Length + 1)..] : name;
    }

    /// <summary>Returns the name of an outcome, as a title: <c>MADRS, change from baseline</c>, <c>Response (at least 50% fall)</c>.</summary>
    public static string GetName(Outcome outcome)
    {
        var subject = outcome.Type == Terms.MeasurementType.Dichotomous
            ? Labels.Find("domain", outcome.Domain)
            : $"{(outcome.Instrument is { } instrument ? Labels.Find("instrument", instrument) : Labels.Find("domain", outcome.Domain))}, {Labels.LowerFirst(Labels.Find("metric", outcome.Metric))}";
        var details = new[]
        {
            outcome.Term?.Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal),
            outcome.Type == Terms.MeasurementType.Dichotomous && outcome.Instrument is { } used && outcome.Term?.Contains(Labels.Find("instrument", used), StringComparison.OrdinalIgnoreCase) != true ? Labels.Find("instrument", used) : null,
            outcome.Subgroup,
            outcome.Period is Terms.CrossoverPeriod.First or Terms.CrossoverPeriod.Both ? Labels.LowerFirst(Labels.Find("crossover-period", outcome.Period)) : null,
        };
        var detail = string.Join("; ", details.Where(part => part is not null));
        return detail.Length > 0 ? $"{subject}: {detail}" : subject;
    }
}
