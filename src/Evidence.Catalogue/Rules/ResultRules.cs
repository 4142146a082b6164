using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that the figures of an arm are possible: counts, means, spreads.</summary>
internal static class ResultRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
        from outcome in study.Outcomes.Index()
        from result in outcome.Item.Results.Index()
        from issue in Check(result.Item, $"/outcomes/{outcome.Index}/results/{result.Index}", outcome.Item, study)
        select issue;

    private static IEnumerable<ValidationIssue> Check(ArmResult result, string at, Outcome outcome, Study study) => Rule.Issues(
    [
        Rule.AnArm($"{at}/arm", result.Arm, study),
        Rule.NotNegative($"{at}/n", result.N, "a number of people"),
        CheckRandomized($"{at}/n", result, study),
        Rule.NotNegative($"{at}/events", result.Events, "a number of people with the event"),
        Rule.NotAbove($"{at}/events", result.Events, result.N, "people analysed"),
        CheckMean($"{at}/mean", result.Mean, outcome),
        Rule.AboveZero($"{at}/sd", result.Sd, "a standard deviation"),
        Rule.AboveZero($"{at}/se", result.Se, "a standard error"),
        .. IntervalRules.Check(at, "mean", result.Mean, result.CiLow, result.CiHigh, result.CiLevel),
        .. CheckOtherType(result, at, outcome),
    ]);

    /// <summary>Checks the number of people against the arm. In a crossover the arms are conditions that everybody goes through, so an arm's own number is no limit.</summary>
    private static ValidationIssue? CheckRandomized(string at, ArmResult result, Study study) =>
        study.Design != Terms.Design.RandomizedCrossover && study.Arms.FirstOrDefault(arm => arm.Id == result.Arm) is { } arm
            ? Rule.NotAbove(at, result.N, arm.Randomized, "randomized to the arm")
            : null;

    private static ValidationIssue? CheckMean(string at, decimal? mean, Outcome outcome) => TermConverter.Find<Metric>(outcome.Metric) switch
    {
        Metric.Endpoint => InstrumentRange.CheckScore(at, mean, outcome.Instrument),
        Metric.ChangeFromBaseline => InstrumentRange.CheckDifference(at, mean, outcome.Instrument),
        Metric.Events or null => null,
    };

    private static IEnumerable<ValidationIssue?> CheckOtherType(ArmResult result, string at, Outcome outcome)
    {
        (string Member, object? Value)[] foreign = TermConverter.Find<MeasurementType>(outcome.Type) switch
        {
            MeasurementType.Dichotomous => [("mean", result.Mean), ("sd", result.Sd), ("se", result.Se), ("ciLow", result.CiLow), ("ciHigh", result.CiHigh)],
            MeasurementType.Continuous => [("events", result.Events)],
            null => [],
        };
        return from figure in foreign
               where figure.Value is not null
               select ValidationIssue.Error($"{at}/{figure.Member}", $"{figure.Value} is no figure of a {outcome.Type} outcome; expected {DescribeFigures(outcome.Type)}");
    }

    private static string DescribeFigures(string type) => type == Terms.MeasurementType.Dichotomous ? "n and events" : "n, mean and a spread";
}
