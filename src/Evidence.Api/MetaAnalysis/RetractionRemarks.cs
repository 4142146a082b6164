using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Catalogue;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What to know of retracted reports among the studies that a pool was chosen from, in sentences.</summary>
public static class RetractionRemarks
{
    private const int MostNamed = 20;

    /// <summary>The sentences; none where there is nothing to warn of.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<RetractionWarning> warnings, ChoiceRules rules)
    {
        var retracted = warnings.Where(warning => warning.PrimaryIsRetracted).ToList();
        var others = warnings.Except(retracted).ToList();
        return
        [
            .. Named(retracted, studies => rules.TakesRetracted
                ? $"The primary report is retracted, and the study was asked for: {studies}."
                : $"The primary report is retracted, and the study is left out: {studies}; retracted=include takes it in."),
            .. Named(others.Where(warning => warning.Status == "retracted"), studies => $"A further report is retracted, not the primary one: {studies}."),
            .. Named(others.Where(warning => warning.Status != "retracted"), studies => $"A report is under an expression of concern: {studies}."),
        ];
    }

    /// <summary>The short names of the studies, and how many more there are where they are many.</summary>
    internal static string Labels(IReadOnlyCollection<RetractionWarning> warnings) =>
        string.Join(", ", warnings.Take(MostNamed).Select(warning => warning.Label))
        + (warnings.Count > MostNamed ? $" and {warnings.Count - MostNamed} more" : "");

    private static IEnumerable<string> Named(IEnumerable<RetractionWarning> warnings, Func<string, string> sentence)
    {
        var all = warnings.ToList();
        if (all.Count > 0)
            yield return sentence(Labels(all));
    }
}
