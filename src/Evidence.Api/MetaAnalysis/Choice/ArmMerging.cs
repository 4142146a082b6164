using Evidence.Api.Effects;
using Evidence.Statistics;
using Evidence.Statistics.Conversions;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>Makes the pairs of arms of a study into one effect, or into several that count nobody twice.</summary>
internal static class ArmMerging
{
    private const string CombineFormula = "arms combined (Cochrane Handbook 6.5.2.10)";
    private const string DivideFormula = "shared arm divided (Cochrane Handbook 23.3.4)";

    public static IReadOnlyList<ChosenEffect> Of(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log)
    {
        var pairs = outcomes.SelectMany(outcome => outcome.Rows).Select(ChosenEffect.Of).ToList();
        if (pairs.Count < 2)
            return pairs;
        var combinable = pairs.Where(HasFigures).ToList();
        var kept = combinable.Count > 0 ? combinable : pairs.Take(1).ToList();
        foreach (var pair in pairs.Except(kept))
            log.LeaveOut(pair.Lead, "not-combinable", $"Of {pair.Lead.Arm} against {pair.Lead.Versus} only a contrast is reported", ofArm: true);
        if (kept.Count == 1)
            return kept;
        if (outcomes.Count > 1)
            log.Add(kept[0].Lead, "merged", "outcomes-combined", $"{Listed(outcomes.Select(outcome => outcome.Id))} are the same measurement of different arms");
        return rules.MultiArm == "split" ? Divided(kept, rules.Measure, log) : Combined(kept, rules.Measure, log);
    }

    private static bool HasFigures(ChosenEffect effect) => effect.Means is not null || effect.Table is not null;

    private static IReadOnlyList<ChosenEffect> Combined(List<ChosenEffect> pairs, string measure, DecisionLog log)
    {
        var lead = pairs[0];
        var (firsts, seconds) = (pairs.DistinctBy(pair => pair.Lead.Arm).ToList(), pairs.DistinctBy(pair => pair.Lead.Versus).ToList());
        var merged = lead with
        {
            Arms = [.. firsts.Select(pair => pair.Lead.Arm)],
            Versus = [.. seconds.Select(pair => pair.Lead.Versus)],
            Outcomes = [.. pairs.Select(pair => pair.Lead.Outcome).Distinct()],
            Means = lead.Means is null ? null : Together(firsts, seconds),
            Table = lead.Table is null ? null : TableOf(firsts, seconds),
        };
        var effect = ValueOf(merged, measure);
        if (!effect.IsAnswered)
        {
            log.LeaveOut(lead.Lead, "no-effect", effect.Refusal.Detail);
            return [];
        }

        log.Add(lead.Lead, "merged", "arms-combined", $"{Listed(merged.Arms)} against {Listed(merged.Versus)}: arms of the same side were taken together");
        return [merged with { Value = effect.Value, Formula = Joined([.. pairs.Select(pair => pair.Formula), CombineFormula]) }];
    }

    private static List<ChosenEffect> Divided(List<ChosenEffect> pairs, string measure, DecisionLog log)
    {
        var divided = new List<ChosenEffect>();
        foreach (var pair in pairs)
        {
            var firstShares = pairs.Count(other => other.Lead.Arm == pair.Lead.Arm);
            var secondShares = pairs.Count(other => other.Lead.Versus == pair.Lead.Versus);
            var part = pair with
            {
                Means = pair.Means is { } means ? (CombinedArm.Share(means.First, firstShares), CombinedArm.Share(means.Second, secondShares)) : null,
                Table = pair.Table is { } table ? Divide(table, firstShares, secondShares) : null,
            };
            var effect = ValueOf(part, measure);
            if (!effect.IsAnswered)
            {
                log.LeaveOut(pair.Lead, "no-effect", effect.Refusal.Detail, ofArm: true);
                continue;
            }

            var isShared = firstShares > 1 || secondShares > 1;
            if (isShared)
                log.Add(pair.Lead, "changed", "arm-divided", $"{pair.Lead.Arm} has one of {firstShares} parts of its people here, {pair.Lead.Versus} one of {secondShares}", ofArm: true);
            divided.Add(part with { Value = effect.Value, Formula = isShared ? Joined([pair.Formula, DivideFormula]) : pair.Formula });
        }

        return divided;
    }

    /// <summary>The effect of the figures that a chosen effect has.</summary>
    public static Answer<EffectSize> ValueOf(ChosenEffect effect, string measure) => effect.Means is { } means
        ? Measures.OfMeans(measure, means.First, means.Second)
        : Measures.OfTable(measure, effect.Table!);

    private static (MeasuredArm, MeasuredArm)? Together(List<ChosenEffect> firsts, List<ChosenEffect> seconds) =>
        CombinedArm.Of([.. firsts.Select(pair => pair.Means!.Value.First)]).Value is { } first
        && CombinedArm.Of([.. seconds.Select(pair => pair.Means!.Value.Second)]).Value is { } second
            ? (first, second)
            : null;

    private static TwoByTwoTable TableOf(List<ChosenEffect> firsts, List<ChosenEffect> seconds) => new(
        firsts.Sum(pair => pair.Table!.FirstEvents),
        firsts.Sum(pair => pair.Table!.FirstOthers),
        seconds.Sum(pair => pair.Table!.SecondEvents),
        seconds.Sum(pair => pair.Table!.SecondOthers));

    private static TwoByTwoTable Divide(TwoByTwoTable table, int firstShares, int secondShares) => new(
        table.FirstEvents / firstShares, table.FirstOthers / firstShares, table.SecondEvents / secondShares, table.SecondOthers / secondShares);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Joined(IEnumerable<string?> formulas) => string.Join("; ", formulas.OfType<string>().Distinct());
}
