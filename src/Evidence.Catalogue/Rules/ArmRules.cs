using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that doses have units and an order, and that counts of people and administrations are possible.</summary>
internal static class ArmRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
    [
        .. study.Arms.Index().SelectMany(item => Check(item.Item, $"/arms/{item.Index}", study)),
        .. Rule.Issues(CheckSum(study)),
    ];

    private static IEnumerable<ValidationIssue> Check(Arm arm, string at, Study study) => Rule.Issues(
        Rule.AboveZero($"{at}/dose", arm.Dose, "a dose"),
        CheckUnit(arm, at),
        CheckHighest(arm, at),
        Rule.NotNegative($"{at}/administrations", arm.Administrations, "a number of administrations"),
        Rule.NotNegative($"{at}/periodDays", arm.PeriodDays, "a number of days"),
        Rule.NotNegative($"{at}/durationMinutes", arm.DurationMinutes, "a number of minutes"),
        Rule.NotNegative($"{at}/randomized", arm.Randomized, "a number of people"),
        Rule.NotAbove($"{at}/randomized", arm.Randomized, study.Enrolled, "enrolled in the study"));

    private static ValidationIssue? CheckUnit(Arm arm, string at) => arm is { Dose: { } dose, DoseUnit: null }
        ? ValidationIssue.Error($"{at}/dose", $"{dose} has no unit; expected doseUnit beside it")
        : null;

    private static ValidationIssue? CheckHighest(Arm arm, string at) => (arm.Dose, arm.DoseMax) switch
    {
        (null, { } highest) => ValidationIssue.Error($"{at}/doseMax", $"{highest} is the highest dose of none; expected the lowest in dose"),
        ({ } dose, { } highest) when highest < dose => ValidationIssue.Error($"{at}/doseMax", $"{highest} is below the dose of {dose}, which is the lowest"),
        _ => null,
    };

    /// <summary>Warns if the arms have more people than the study. It is no error, because a person may be randomized twice: in a crossover to every arm, elsewhere to a later phase.</summary>
    private static ValidationIssue? CheckSum(Study study)
    {
        var sum = study.Arms.Sum(arm => (long?)arm.Randomized);
        var isReportedForAnArm = study.Arms.Any(arm => arm.Randomized > study.Enrolled);
        return study is { Design: not Terms.Design.RandomizedCrossover, Enrolled: >= 0 and var enrolled } && sum > enrolled && !isReportedForAnArm
            ? ValidationIssue.Warning("/enrolled", $"{enrolled} is less than the {sum} randomized to the arms together")
            : null;
    }
}
