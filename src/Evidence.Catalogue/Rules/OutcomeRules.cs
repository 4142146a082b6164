namespace Evidence.Catalogue.Rules;

/// <summary>An outcome's times, type and period agree with each other and with the design.</summary>
internal static class OutcomeRules
{
    public static IEnumerable<Finding> Check(Study study) =>
        study.Outcomes.Index().SelectMany(item => Check(item.Item, $"/outcomes/{item.Index}", study));

    private static IEnumerable<Finding> Check(Outcome outcome, string at, Study study) =>
    [
        .. Rule.Findings(
            Metric(outcome, at),
            Rule.NotNegative($"{at}/timeHours", outcome.TimeHours, "a time after the start"),
            Rule.NotNegative($"{at}/timeFromLastDoseHours", outcome.TimeFromLastDoseHours, "a time after the last dose"),
            LastDose(outcome, at),
            OnlyInCrossover($"{at}/period", outcome.Period, study),
            OnlyInCrossover($"{at}/withinPersonCorrelation", outcome.WithinPersonCorrelation, study),
            Rule.Within($"{at}/withinPersonCorrelation", outcome.WithinPersonCorrelation, -1, 1, "a correlation")),
        .. Rule.NoRepeats(outcome.Results, result => result.Arm, i => $"{at}/results/{i}/arm"),
    ];

    private static Finding? Metric(Outcome outcome, string at) => (outcome.Type, outcome.Metric) switch
    {
        ("dichotomous", not "events") => Finding.Error($"{at}/metric", $"'{outcome.Metric}' is no metric of a dichotomous outcome; expected events"),
        ("continuous", "events") => Finding.Error($"{at}/metric", "'events' is no metric of a continuous outcome; expected endpoint or change-from-baseline"),
        _ => null,
    };

    /// <summary>Only the first dose is known to come before the last one; a phase's baseline may come after it.</summary>
    private static Finding? LastDose(Outcome outcome, string at) => outcome.TimeAnchor == "first-dose"
        ? Rule.NotAbove($"{at}/timeFromLastDoseHours", outcome.TimeFromLastDoseHours, outcome.TimeHours, "hours from the first dose")
        : null;

    private static Finding? OnlyInCrossover(string at, object? value, Study study) =>
        value is null || study.Design == "randomized-crossover"
            ? null
            : Finding.Error(at, $"'{value}' belongs to a crossover; the design is {study.Design}");
}
