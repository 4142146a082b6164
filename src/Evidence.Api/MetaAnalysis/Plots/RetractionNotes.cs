using Evidence.Catalogue;

namespace Evidence.Api.MetaAnalysis.Plots;

/// <summary>The line of a plot that warns of retracted reports; a picture travels without the answer that it is of.</summary>
internal static class RetractionNotes
{
    /// <summary>The lines: one for each fault, with the studies in the plot and those that are not apart.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<RetractionWarning>? warnings, IEnumerable<string> studiesInPlot)
    {
        var shown = studiesInPlot.ToHashSet();
        return (warnings ?? [])
            .GroupBy(warning => (What: WhatIsWrong(warning), IsIn: shown.Contains(warning.Study)))
            .Select(group => $"{group.Key.What}: {RetractionRemarks.Labels([.. group])} ({(group.Key.IsIn ? "in the pool" : "not in the pool")}).");
    }

    private static string WhatIsWrong(RetractionWarning warning)
    {
        if (warning.Status != "retracted")
            return "Expression of concern";
        return warning.PrimaryIsRetracted ? "Primary report retracted" : "A further report retracted";
    }
}
