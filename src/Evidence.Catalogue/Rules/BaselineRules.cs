namespace Evidence.Catalogue.Rules;

/// <summary>Scores at baseline are possible scores of people who were there.</summary>
internal static class BaselineRules
{
    public static IEnumerable<Finding> Check(Study study) =>
    [
        .. study.Population.Baseline.Index().SelectMany(item => Check(item.Item, $"/population/baseline/{item.Index}", study)),
        .. Rule.NoRepeats(study.Population.Baseline, Identity, i => $"/population/baseline/{i}"),
    ];

    private static IEnumerable<Finding> Check(Baseline baseline, string at, Study study) => Rule.Findings(
        Rule.AnArm($"{at}/arm", baseline.Arm, study),
        InstrumentRange.OfScore($"{at}/mean", baseline.Mean, baseline.Instrument),
        Rule.AboveZero($"{at}/sd", baseline.Sd, "a standard deviation"),
        Rule.NotNegative($"{at}/n", baseline.N, "a number of people"),
        Randomized($"{at}/n", baseline, study));

    /// <summary>
    /// Only a warning: correia-melo-2020 has 34 people at baseline in an arm of 29 and 29 in the arm of 34, so its rows look
    /// swapped, and the paper itself has to settle it.
    /// </summary>
    private static Finding? Randomized(string at, Baseline baseline, Study study) =>
        study.Arms.FirstOrDefault(arm => arm.Id == baseline.Arm)?.Randomized is { } randomized && baseline.N > randomized
            ? Finding.Warning(at, $"{baseline.N} is more than the {randomized} randomized to the arm")
            : null;

    /// <summary><c>other</c> stands for many instruments, so two such rows may both be right.</summary>
    private static string? Identity(Baseline baseline) => baseline.Instrument == "other"
        ? null
        : string.Join(", ", new[] { baseline.Instrument, baseline.Arm, baseline.Subgroup }.OfType<string>());
}
