using System.Globalization;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.Claims;

/// <summary>Writes what a pooled effect says, as a term and as a sentence.</summary>
public static class LiveSentence
{
    /// <summary>Returns what an interval says, or <see cref="Conclusion.TooLittle"/> if there is no estimate.</summary>
    public static Conclusion Conclude(PooledEstimate? estimate, string benefit)
    {
        if (estimate is null)
            return Conclusion.TooLittle;
        if (estimate.CiLow <= 0 && estimate.CiHigh >= 0)
            return Conclusion.NoClearDifference;
        return estimate.Estimate < 0 == (benefit == Terms.Benefit.Negative) ? Conclusion.FavoursFirstArm : Conclusion.FavoursSecondArm;
    }

    /// <summary>Returns a pooled effect with its interval: <c>Risk ratio 1.91 (95% CI 1.30 to 2.79)</c>.</summary>
    public static string Describe(PooledEstimate estimate, EffectMeasure measure)
    {
        var (value, low, high) = estimate.Ratio is { } ratio
            ? (ratio.Estimate, ratio.CiLow, ratio.CiHigh)
            : (estimate.Estimate, estimate.CiLow, (double?)estimate.CiHigh);
        return $"{Vocabulary.Get("effect-measure").Find(measure.ToTerm())!.Label} {Figure(value)} (95% CI {Figure(low)} to {(high is { } top ? Figure(top) : "above any number")})";
    }

    /// <summary>Returns a meta-analysis in a sentence: <c>Risk ratio 1.30 (95% CI 1.07 to 1.58; 5 studies of esketamine, none of ketamine, 1040 people; I² 0%).</c></summary>
    public static string Describe(PooledEstimate estimate, Pool pool, PoolHeterogeneity? heterogeneity)
    {
        var found = pool.Effects.Select(effect => effect.Lead.Intervention).Distinct().Order(StringComparer.Ordinal).ToList();
        var missing = pool.Question.Interventions.Except(found).ToList();
        var interventions = string.Join(" or ", found) + (missing.Count > 0 ? $", none of {string.Join(" or ", missing)}" : "");
        var spread = heterogeneity is null ? "" : $"; I² {Math.Round(heterogeneity.ISquared).ToString(CultureInfo.InvariantCulture)}%";
        return $"{Describe(estimate, pool.Question.Rules.Measure)[..^1]}; {pool.Studies} studies of {interventions}, {pool.People} people{spread}).";
    }

    /// <summary>Returns when a time course first, and last, shows a clear difference.</summary>
    public static string Describe(IReadOnlyList<LiveWindow> windows, EffectMeasure measure)
    {
        var clear = windows.Where(window => window.Conclusion is Terms.Conclusion.FavoursFirstArm or Terms.Conclusion.FavoursSecondArm).ToList();
        if (clear.Count == 0)
            return $"There was no clear difference in any of {windows.Count} windows.";
        var first = clear[0];
        var sentence = $"The first clear difference was at {Hours(first)}: {Describe(first.Estimate!, measure)}, {Studies(first.Studies)}";
        return clear.Count == 1 ? sentence + "." : $"{sentence}. The last one was at {Hours(clear[^1])}: {Describe(clear[^1].Estimate!, measure)}, {Studies(clear[^1].Studies)}.";
    }

    private static string Hours(LiveWindow window) => $"{window.FromHours} to {window.ToHours} hours";

    private static string Studies(int count) => count == 1 ? "one study" : $"{count} studies";

    private static string Figure(double value) => value.ToString(Math.Abs(value) >= 100 ? "F0" : "F2", CultureInfo.InvariantCulture);
}
