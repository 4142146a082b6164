using System.Globalization;
using Evidence.Api.MetaAnalysis;
using Evidence.Catalogue;

namespace Evidence.Api.Claims;

/// <summary>Says what a pooled effect says, in a term and in a sentence.</summary>
internal static class LiveSentence
{
    /// <summary>The finding of an interval; of no estimate there is too little.</summary>
    public static string FindingOf(PooledEstimate? estimate, string benefit)
    {
        if (estimate is null)
            return "too-little";
        if (estimate.CiLow <= 0 && estimate.CiHigh >= 0)
            return "no-clear-difference";
        return estimate.Estimate < 0 == (benefit == "negative") ? "favours-first-arm" : "favours-second-arm";
    }

    /// <summary>A pooled effect with its interval: <c>Risk ratio 1.91 (95% CI 1.30 to 2.79)</c>.</summary>
    public static string Of(PooledEstimate estimate, string measure)
    {
        var (value, low, high) = estimate.Ratio is { } ratio
            ? (ratio.Estimate, ratio.CiLow, ratio.CiHigh)
            : (estimate.Estimate, estimate.CiLow, (double?)estimate.CiHigh);
        return $"{Vocabulary.Get("effect-measure").Find(measure)!.Label} {Figure(value)} (95% CI {Figure(low)} to {(high is { } top ? Figure(top) : "above any number")})";
    }

    /// <summary>A meta-analysis in a sentence: <c>Risk ratio 1.30 (95% CI 1.07 to 1.58; 5 studies of esketamine, none of ketamine, 1040 people; I² 0%).</c></summary>
    public static string Of(PooledEstimate estimate, Pool pool, PoolHeterogeneity? heterogeneity)
    {
        var found = pool.Effects.Select(effect => effect.Lead.Intervention).Distinct().Order(StringComparer.Ordinal).ToList();
        var missing = PoolRemarks.Missing(pool, "intervention", found);
        var interventions = string.Join(" or ", found) + (missing.Count > 0 ? $", none of {string.Join(" or ", missing)}" : "");
        var spread = heterogeneity is null ? "" : $"; I² {Math.Round(heterogeneity.ISquared).ToString(CultureInfo.InvariantCulture)}%";
        return $"{Of(estimate, pool.Question.Rules.Measure)[..^1]}; {pool.Studies} studies of {interventions}, {pool.People} people{spread}).";
    }

    /// <summary>Where a time course first, and last, leaves out no effect.</summary>
    public static string Of(IReadOnlyList<LiveWindow> windows, string measure)
    {
        var clear = windows.Where(window => window.Finding is "favours-first-arm" or "favours-second-arm").ToList();
        if (clear.Count == 0)
            return $"In none of {windows.Count} windows does the interval leave out no effect.";
        var first = clear[0];
        var sentence = $"The interval first leaves out no effect at {Hours(first)}: {Of(first.Estimate!, measure)}, {Studies(first.Studies)}";
        return clear.Count == 1 ? sentence + ". It does so in no other window." : $"{sentence}. It last does so at {Hours(clear[^1])}: {Of(clear[^1].Estimate!, measure)}, {Studies(clear[^1].Studies)}.";
    }

    private static string Hours(LiveWindow window) => $"{window.FromHours} to {window.ToHours} hours";

    private static string Studies(int count) => count == 1 ? "one study" : $"{count} studies";

    private static string Figure(double value) => value.ToString(Math.Abs(value) >= 100 ? "F0" : "F2", CultureInfo.InvariantCulture);
}
