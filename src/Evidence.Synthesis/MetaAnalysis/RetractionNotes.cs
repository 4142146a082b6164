using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Choice;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Writes the notes on retracted reports among the studies that a pool was chosen from, in sentences.</summary>
public static class RetractionNotes
{
    private const int MaxNamed = 20;

    /// <summary>Returns the sentences; empty if there are no warnings.</summary>
    public static IReadOnlyList<string> Describe(IReadOnlyList<RetractionWarning> warnings, ChoiceRules rules)
    {
        var retracted = warnings.Where(warning => warning.PrimaryIsRetracted).ToList();
        var others = warnings.Except(retracted).ToList();
        return
        [
            .. Name(retracted, studies => rules.IncludesRetracted
                ? $"The primary report is retracted, and the study was asked for: {studies}."
                : $"The primary report is retracted, and the study is left out: {studies}; retracted=include takes it in."),
            .. Name(others.Where(warning => warning.Status == Terms.RetractionStatus.Retracted), studies => $"A further report is retracted, not the primary one: {studies}."),
            .. Name(others.Where(warning => warning.Status != Terms.RetractionStatus.Retracted), studies => $"A report is under an expression of concern: {studies}."),
        ];
    }

    /// <summary>Returns the short names of the studies; beyond a maximum the number of the others.</summary>
    public static string JoinLabels(IReadOnlyCollection<RetractionWarning> warnings) =>
        string.Join(", ", warnings.Take(MaxNamed).Select(warning => warning.Label))
        + (warnings.Count > MaxNamed ? $" and {warnings.Count - MaxNamed} more" : "");

    private static IEnumerable<string> Name(IEnumerable<RetractionWarning> warnings, Func<string, string> sentence)
    {
        var all = warnings.ToList();
        if (all.Count > 0)
            yield return sentence(JoinLabels(all));
    }
}
