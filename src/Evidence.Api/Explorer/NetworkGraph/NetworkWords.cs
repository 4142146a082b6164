using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Plots;
using Evidence.Api.MetaAnalysis.Plots;
using Evidence.Api.Network;

namespace Evidence.Api.Explorer.NetworkGraph;

/// <summary>What a network says, in words.</summary>
public static class NetworkWords
{
    /// <summary>What the network is of.</summary>
    public static string Title(NetworkAnswer answer)
    {
        var time = answer.Settings.AtHours is { } at ? $" nearest to {Printed.Time(at)}" : "";
        return $"{Words.Of("domain", answer.Settings.Domain)}{time}: {PlotTerms.Label("effect-measure", answer.Settings.Measure)}";
    }

    /// <summary>How much evidence there is, how much of it is indirect, and whether it agrees with itself.</summary>
    public static string Sentence(NetworkAnswer answer)
    {
        var pairs = answer.League.Where(pair => string.CompareOrdinal(pair.Treatment, pair.Comparator) < 0).ToList();
        var indirect = pairs.Count(pair => pair.DirectStudies == 0);
        var agreement = answer.BetweenDesigns is { } test
            ? $"Between designs the evidence differs with {Printed.P(test.P)}."
            : "There is no loop in which direct and indirect evidence could disagree.";
        return $"{Words.Count(answer.Studies, "study", "studies")} connect {answer.Treatments.Count} treatments. Of {Words.Count(pairs.Count, "comparison", "comparisons")}, {indirect} rest on indirect evidence alone. {agreement} "
            + "A rank says how certain the order is, not how large a difference.";
    }

    /// <summary>How its effects are printed.</summary>
    internal static EffectText TextOf(NetworkAnswer answer) => new(answer.Settings.Measure, answer.Settings.Measure == "md" ? 1 : 2, answer.Settings.Level);
}
