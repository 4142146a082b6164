namespace Evidence.Catalogue.Tests;

/// <summary>A change that breaks one rule.</summary>
public delegate Study Change(Study study);

/// <summary>Changes deep in a record: <c>study.Arm(0, arm => arm with { Dose = -1 })</c>.</summary>
internal static class Changes
{
    public static Study People(this Study study, Func<Population, Population> change) =>
        study with { Population = change(study.Population) };

    public static Study Baseline(this Study study, int i, Func<Baseline, Baseline> change) =>
        study.People(people => people with { Baseline = people.Baseline.At(i, change) });

    public static Study Report(this Study study, int i, Func<Report, Report> change) =>
        study with { Reports = study.Reports.At(i, change) };

    public static Study Arm(this Study study, int i, Func<Arm, Arm> change) =>
        study with { Arms = study.Arms.At(i, change) };

    public static Study Outcome(this Study study, int i, Func<Outcome, Outcome> change) =>
        study with { Outcomes = study.Outcomes.At(i, change) };

    public static Study Result(this Study study, int outcome, int i, Func<ArmResult, ArmResult> change) =>
        study.Outcome(outcome, o => o with { Results = o.Results.At(i, change) });

    public static Study Contrast(this Study study, int outcome, Func<ReportedContrast, ReportedContrast> change) =>
        study.Outcome(outcome, o => o with { Contrasts = o.Contrasts.At(0, change) });

    public static Study FirstOnset(this Study study, Func<OnsetFinding, OnsetFinding> change) =>
        study with { Onset = study.Onset.At(0, change) };

    public static Study Source(this Study study, int i, Func<Source, Source> change) =>
        study with { Sources = study.Sources.At(i, change) };

    public static Study Registered(this Study study, string registry, string id) =>
        study with { Registrations = [new Registration { Registry = registry, Id = id }] };

    public static IReadOnlyList<T> At<T>(this IReadOnlyList<T> list, int i, Func<T, T> change) =>
        [.. list.Select((item, index) => index == i ? change(item) : item)];
}
