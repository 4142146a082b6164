using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that scores at baseline are possible scores of people who took part.</summary>
internal static class BaselineRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
    [
        .. study.Population.Baseline.Index().SelectMany(item => Check(item.Item, $"/population/baseline/{item.Index}", study)),
        .. Rule.NoRepeats(study.Population.Baseline, FindIdentity, i => $"/population/baseline/{i}"),
    ];

    private static IEnumerable<ValidationIssue> Check(Baseline baseline, string at, Study study) => Rule.Issues(
        Rule.AnArm($"{at}/arm", baseline.Arm, study),
        InstrumentRange.CheckScore($"{at}/mean", baseline.Mean, baseline.Instrument),
        Rule.AboveZero($"{at}/sd", baseline.Sd, "a standard deviation"),
        Rule.NotNegative($"{at}/n", baseline.N, "a number of people"),
        CheckRandomized($"{at}/n", baseline, study));

    /// <summary>
    /// Warns of more people than were randomized. It is no error: correia-melo-2020 has 34 people at baseline in an arm of 29 and 29 in the arm of 34, so its rows look
    /// swapped, and only the paper itself can settle it.
    /// </summary>
    private static ValidationIssue? CheckRandomized(string at, Baseline baseline, Study study) =>
        study.Arms.FirstOrDefault(arm => arm.Id == baseline.Arm)?.Randomized is { } randomized && baseline.N > randomized
            ? ValidationIssue.Warning(at, $"{baseline.N} is more than the {randomized} randomized to the arm")
            : null;

    /// <summary>Returns what identifies a row; <c>other</c> stands for many instruments, so two such rows may both be right.</summary>
    private static string? FindIdentity(Baseline baseline) => baseline.Instrument == Terms.Instrument.Other
        ? null
        : string.Join(", ", new[] { baseline.Instrument, baseline.Arm, baseline.Subgroup }.OfType<string>());
}
