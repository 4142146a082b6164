using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that an outcome's times, type and period agree with each other and with the design.</summary>
internal static class OutcomeRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
        study.Outcomes.Index().SelectMany(item => Check(item.Item, $"/outcomes/{item.Index}", study));

    private static IEnumerable<ValidationIssue> Check(Outcome outcome, string at, Study study) =>
    [
        .. Rule.Issues(
            CheckMetric(outcome, at),
            Rule.NotNegative($"{at}/timeHours", outcome.TimeHours, "a time after the start"),
            Rule.NotNegative($"{at}/timeFromLastDoseHours", outcome.TimeFromLastDoseHours, "a time after the last dose"),
            CheckLastDose(outcome, at),
            CheckOnlyInCrossover($"{at}/period", outcome.Period, study),
            CheckOnlyInCrossover($"{at}/withinPersonCorrelation", outcome.WithinPersonCorrelation, study),
            Rule.Within($"{at}/withinPersonCorrelation", outcome.WithinPersonCorrelation, -1, 1, "a correlation")),
        .. Rule.NoRepeats(outcome.Results, result => result.Arm, i => $"{at}/results/{i}/arm"),
    ];

    private static ValidationIssue? CheckMetric(Outcome outcome, string at) => (TermConverter.Find<MeasurementType>(outcome.Type), TermConverter.Find<Metric>(outcome.Metric)) switch
    {
        (MeasurementType.Dichotomous, Metric.Endpoint or Metric.ChangeFromBaseline or null) => ValidationIssue.Error($"{at}/metric", $"'{outcome.Metric}' is no metric of a dichotomous outcome; expected events"),
        (MeasurementType.Continuous, Metric.Events) => ValidationIssue.Error($"{at}/metric", "'events' is no metric of a continuous outcome; expected endpoint or change-from-baseline"),
        (MeasurementType.Dichotomous, Metric.Events) => null,
        (MeasurementType.Continuous, Metric.Endpoint or Metric.ChangeFromBaseline or null) => null,
        (null, _) => null,
    };

    /// <summary>Checks the time from the last dose. Only the first dose is known to come before the last one; a phase's baseline may come after it.</summary>
    private static ValidationIssue? CheckLastDose(Outcome outcome, string at) => outcome.TimeAnchor == Terms.TimeAnchor.FirstDose
        ? Rule.NotAbove($"{at}/timeFromLastDoseHours", outcome.TimeFromLastDoseHours, outcome.TimeHours, "hours from the first dose")
        : null;

    private static ValidationIssue? CheckOnlyInCrossover(string at, object? value, Study study) =>
        value is null || study.Design == Terms.Design.RandomizedCrossover
            ? null
            : ValidationIssue.Error(at, $"'{value}' belongs to a crossover; the design is {study.Design}");
}
