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
        var kept = pairs.Count < 2 ? pairs : Combinable(pairs, log);
        if (kept.TrueForAll(pair => pair.Lead.Yi is null))
        {
            kept.ForEach(pair => log.LeaveOut(pair.Lead, "no-effect", pair.Lead.NotComputed!, ofArm: true));
            return [];
        }

        return kept.Count == 1 ? kept : rules.MultiArm == "split" ? Divided(kept, rules.Measure, log) : Combined(kept, rules.Measure, log);
    }

    /// <summary>The pairs whose people can be added up: no arm is on both sides. Where there are none, the first pair stands alone.</summary>
    private static List<ChosenEffect> Combinable(List<ChosenEffect> pairs, DecisionLog log)
    {
        var kept = new List<ChosenEffect>();
        foreach (var pair in pairs.Where(HasFiguresOfItsOwn))
        {
            if (kept.Any(other => other.Lead.Arm == pair.Lead.Versus || other.Lead.Versus == pair.Lead.Arm))
                log.LeaveOut(pair.Lead, "not-combinable", $"Of {pair.Lead.Arm} and {pair.Lead.Versus} one stands on the other side already", ofArm: true);
            else
                kept.Add(pair);
        }

        if (kept.Count == 0)
            kept.Add(pairs.Find(pair => pair.Lead.Yi is not null) ?? pairs[0]);
        foreach (var pair in pairs.Where(pair => !HasFiguresOfItsOwn(pair)).Except(kept))
            log.LeaveOut(pair.Lead, "not-combinable", WhyNotCombinable(pair.Lead), ofArm: true);
        return kept;
    }

    private static bool HasFiguresOfItsOwn(ChosenEffect effect) => (effect.Means is not null || effect.Table is not null) && !HasSamePeople(effect.Lead);

    /// <summary>After the first period everybody of a crossover is in every arm.</summary>
    private static bool HasSamePeople(EffectRow row) => row is { Design: "randomized-crossover", Period: not "first" };

    private static string WhyNotCombinable(EffectRow row) => HasSamePeople(row)
        ? $"In a crossover {row.Arm} against {row.Versus} is of the same people as the other arms"
        : $"Of {row.Arm} against {row.Versus} only a contrast is reported";

    private static IReadOnlyList<ChosenEffect> Combined(List<ChosenEffect> pairs, string measure, DecisionLog log)
    {
        var lead = pairs.First(pair => pair.Lead.Yi is not null);
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

        if (merged.Outcomes.Count > 1)
            log.Add(lead.Lead, "merged", "outcomes-combined", $"{Listed(merged.Outcomes)} are the same measurement of different arms");
        log.Add(lead.Lead, "merged", "arms-combined", $"{Listed(merged.Arms)} against {Listed(merged.Versus)}: arms of the same side were taken together");
        return [merged with { Value = effect.Value, Formula = Joined([.. FormulasOf(merged, pairs, measure), CombineFormula]) }];
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
            divided.Add(isShared ? part with { Value = effect.Value, Formula = Joined([.. FormulasOf(part, [pair], measure), DivideFormula]) } : part with { Value = effect.Value });
        }

        return divided;
    }

    /// <summary>How the figures were worked out: of arms as of their pairs; what was done to cells is of the new table, not of theirs.</summary>
    private static IEnumerable<string?> FormulasOf(ChosenEffect made, List<ChosenEffect> pairs, string measure) =>
        made.Table is { } table ? [Measures.ZeroCellNote(measure, table)] : pairs.Select(pair => pair.Formula);

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
