using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.Network;

namespace Evidence.Explorer.Network;

/// <summary>Texts about a network.</summary>
public static class NetworkText
{
    /// <summary>Below this p value of the test between designs, the direct and the indirect evidence are said to disagree.</summary>
    private const double MaxInconsistentP = 0.05;

    /// <summary>Returns what the network is about, as a title.</summary>
    public static string Title(NetworkResult result)
    {
        var time = result.Settings.AtHours is { } at ? $" nearest to {NumberFormat.Time(at)}" : "";
        return $"{Labels.Find("domain", result.Settings.Domain)}{time}: {PlotTerms.Label("effect-measure", result.Settings.Measure)}";
    }

    /// <summary>Writes how much evidence there is, how much of it is indirect, and whether the two agree.</summary>
    public static string Sentence(NetworkResult result)
    {
        var pairs = result.League.Where(pair => string.CompareOrdinal(pair.Treatment, pair.Comparator) < 0).ToList();
        var indirect = pairs.Count(pair => pair.DirectStudies == 0);
        var agreement = result.BetweenDesigns is { } test
            ? $"{(test.P < MaxInconsistentP ? "Direct and indirect evidence disagree" : "No sign of inconsistency")} ({NumberFormat.P(test.P)})."
            : "There is no loop in which direct and indirect evidence could disagree.";
        return $"{PageText.FormatCount(result.Studies, "study", "studies")} connect {result.Treatments.Count} treatments. Of {PageText.FormatCount(pairs.Count, "comparison", "comparisons")}, {indirect} rest on indirect evidence alone. {agreement} "
            + "A rank says how certain the order is, not how large a difference.";
    }

    /// <summary>Returns how the effects of the network are printed.</summary>
    internal static EffectText CreateText(NetworkResult result) => new(result.Settings.Measure, result.Settings.Measure == "md" ? 1 : 2, result.Settings.Level);
}
