namespace Evidence.Catalogue.Rules;

/// <summary>Doses have units and an order; counts of people and administrations are possible.</summary>
internal static class ArmRules
{
    public static IEnumerable<Finding> Check(Study study) =>
    [
        .. study.Arms.Index().SelectMany(item => Check(item.Item, $"/arms/{item.Index}", study)),
        .. Rule.Findings(SumOfArms(study)),
    ];

    private static IEnumerable<Finding> Check(Arm arm, string at, Study study) => Rule.Findings(
        Rule.AboveZero($"{at}/dose", arm.Dose, "a dose"),
        Unit(arm, at),
        Highest(arm, at),
        Rule.NotNegative($"{at}/administrations", arm.Administrations, "a number of administrations"),
        Rule.NotNegative($"{at}/periodDays", arm.PeriodDays, "a number of days"),
        Rule.NotNegative($"{at}/durationMinutes", arm.DurationMinutes, "a number of minutes"),
        Rule.NotNegative($"{at}/randomized", arm.Randomized, "a number of people"),
        Rule.NotAbove($"{at}/randomized", arm.Randomized, study.Enrolled, "enrolled in the study"));

    private static Finding? Unit(Arm arm, string at) => arm is { Dose: { } dose, DoseUnit: null }
        ? Finding.Error($"{at}/dose", $"{dose} has no unit; expected doseUnit beside it")
        : null;

    private static Finding? Highest(Arm arm, string at) => (arm.Dose, arm.DoseMax) switch
    {
        (null, { } most) => Finding.Error($"{at}/doseMax", $"{most} is the highest dose of none; expected the lowest in dose"),
        ({ } dose, { } most) when most < dose => Finding.Error($"{at}/doseMax", $"{most} is below the dose of {dose}, which is the lowest"),
        _ => null,
    };

    /// <summary>A warning, because a person may be randomized twice: in a crossover to every arm, elsewhere to a later phase.</summary>
    private static Finding? SumOfArms(Study study)
    {
        var sum = study.Arms.Sum(arm => (long?)arm.Randomized);
        var saidOfAnArm = study.Arms.Any(arm => arm.Randomized > study.Enrolled);
        return study is { Design: not "randomized-crossover", Enrolled: >= 0 and var enrolled } && sum > enrolled && !saidOfAnArm
            ? Finding.Warning("/enrolled", $"{enrolled} is less than the {sum} randomized to the arms together")
            : null;
    }
}
