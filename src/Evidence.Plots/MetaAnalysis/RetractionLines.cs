using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>The line of a plot that warns of retracted reports; a picture travels without the answer that it is of.</summary>
internal static class RetractionLines
{
    /// <summary>Returns one line for each kind of warning, with the studies in the plot apart from those that are not.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<RetractionWarning>? warnings, IEnumerable<string> studiesInPlot)
    {
        var shown = studiesInPlot.ToHashSet();
        return (warnings ?? [])
            .GroupBy(warning => (What: Explain(warning), IsIn: shown.Contains(warning.Study)))
            .Select(group => $"{group.Key.What}: {RetractionNotes.JoinLabels([.. group])} ({(group.Key.IsIn ? "in the pool" : "not in the pool")}).");
    }

    private static string Explain(RetractionWarning warning)
    {
        if (warning.Status != Terms.RetractionStatus.Retracted)
            return "Expression of concern";
        return warning.PrimaryIsRetracted ? "Primary report retracted" : "A further report retracted";
    }
}
