namespace Evidence.Catalogue.Rules;

/// <summary>The figures of an arm are possible: counts, means, spreads.</summary>
internal static class ResultRules
{
    public static IEnumerable<Finding> Check(Study study) =>
        from outcome in study.Outcomes.Index()
        from result in outcome.Item.Results.Index()
        from finding in Check(result.Item, $"/outcomes/{outcome.Index}/results/{result.Index}", outcome.Item, study)
        select finding;

    private static IEnumerable<Finding> Check(ArmResult result, string at, Outcome outcome, Study study) => Rule.Findings(
    [
        Rule.AnArm($"{at}/arm", result.Arm, study),
        Rule.NotNegative($"{at}/n", result.N, "a number of people"),
        Randomized($"{at}/n", result, study),
        Rule.NotNegative($"{at}/events", result.Events, "a number of people with the event"),
        Rule.NotAbove($"{at}/events", result.Events, result.N, "people analysed"),
        Mean($"{at}/mean", result.Mean, outcome),
        Rule.AboveZero($"{at}/sd", result.Sd, "a standard deviation"),
        Rule.AboveZero($"{at}/se", result.Se, "a standard error"),
        .. IntervalRules.Check(at, "mean", result.Mean, result.CiLow, result.CiHigh, result.CiLevel),
        .. OtherType(result, at, outcome),
    ]);

    /// <summary>In a crossover the arms are conditions that everybody passes through, so an arm's own number is no limit.</summary>
    private static Finding? Randomized(string at, ArmResult result, Study study) =>
        study.Design != "randomized-crossover" && study.Arms.FirstOrDefault(arm => arm.Id == result.Arm) is { } arm
            ? Rule.NotAbove(at, result.N, arm.Randomized, "randomized to the arm")
            : null;

    private static Finding? Mean(string at, decimal? mean, Outcome outcome) => outcome.Metric switch
    {
        "endpoint" => InstrumentRange.OfScore(at, mean, outcome.Instrument),
        "change-from-baseline" => InstrumentRange.OfDifference(at, mean, outcome.Instrument),
        _ => null,
    };

    private static IEnumerable<Finding?> OtherType(ArmResult result, string at, Outcome outcome)
    {
        (string Member, object? Value)[] foreign = outcome.Type switch
        {
            "dichotomous" => [("mean", result.Mean), ("sd", result.Sd), ("se", result.Se), ("ciLow", result.CiLow), ("ciHigh", result.CiHigh)],
            "continuous" => [("events", result.Events)],
            _ => [],
        };
        return from figure in foreign
               where figure.Value is not null
               select Finding.Error($"{at}/{figure.Member}", $"{figure.Value} is no figure of a {outcome.Type} outcome; expected {Own(outcome.Type)}");
    }

    private static string Own(string type) => type == "dichotomous" ? "n and events" : "n, mean and a spread";
}
