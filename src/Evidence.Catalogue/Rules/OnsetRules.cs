namespace Evidence.Catalogue.Rules;

/// <summary>Checks that an onset names arms of the study and a time after the first dose.</summary>
internal static class OnsetRules
{
    public static IEnumerable<ValidationIssue> Check(Study study) =>
        study.Onset.Index().SelectMany(item => Check(item.Item, $"/onset/{item.Index}", study));

    private static IEnumerable<ValidationIssue> Check(OnsetFinding onset, string at, Study study) => Rule.Issues(
        Rule.AnArm($"{at}/arm", onset.Arm, study),
        Rule.AnArm($"{at}/versus", onset.Versus, study),
        ContrastRules.CheckTwoArms($"{at}/versus", onset.Arm, onset.Versus),
        Rule.NotNegative($"{at}/hours", onset.Hours, "a time after the first dose"));
}
