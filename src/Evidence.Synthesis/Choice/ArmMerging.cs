using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Statistics.Conversions;
using Evidence.Statistics.EffectSizes;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>Merges the pairs of arms of a study into one effect, or into several that count nobody twice.</summary>
internal static class ArmMerging
{
    private const string CombineFormula = "arms combined (Cochrane Handbook 6.5.2.10)";
    private const string DivideFormula = "shared arm divided (Cochrane Handbook 23.3.4)";

    public static IReadOnlyList<ChosenEffect> Merge(IReadOnlyList<OutcomeRows> outcomes, ChoiceRules rules, DecisionLog log)
    {
        var pairs = outcomes.SelectMany(outcome => outcome.Rows).Select(ChosenEffect.FromRow).ToList();
        var kept = pairs.Count < 2 ? pairs : SelectCombinable(pairs, log);
        if (kept.TrueForAll(pair => pair.Lead.Yi is null))
        {
            kept.ForEach(pair => log.LeaveOut(pair.Lead, Terms.DecisionReason.NoEffect, pair.Lead.NotComputed!, ofArm: true));
            return [];
        }

        return kept.Count == 1 ? kept : rules.MultiArm == MultiArm.Split ? Divide(kept, rules.Measure, log) : Combine(kept, rules.Measure, log);
    }

    /// <summary>Selects the pairs whose people can be added up: no arm is on both sides. If there are none, the first pair stands alone.</summary>
    private static List<ChosenEffect> SelectCombinable(List<ChosenEffect> pairs, DecisionLog log)
    {
        var kept = new List<ChosenEffect>();
        foreach (var pair in pairs.Where(HasFiguresOfItsOwn))
        {
            if (kept.Any(other => other.Lead.Arm == pair.Lead.Versus || other.Lead.Versus == pair.Lead.Arm))
                log.LeaveOut(pair.Lead, Terms.DecisionReason.NotCombinable, $"Of {pair.Lead.Arm} and {pair.Lead.Versus} one stands on the other side already", ofArm: true);
            else
                kept.Add(pair);
        }

        if (kept.Count == 0)
            kept.Add(pairs.Find(pair => pair.Lead.Yi is not null) ?? pairs[0]);
        foreach (var pair in pairs.Where(pair => !HasFiguresOfItsOwn(pair)).Except(kept))
            log.LeaveOut(pair.Lead, Terms.DecisionReason.NotCombinable, WhyNotCombinable(pair.Lead), ofArm: true);
        return kept;
    }

    private static bool HasFiguresOfItsOwn(ChosenEffect effect) => (effect.Means is not null || effect.Table is not null) && !HasSamePeople(effect.Lead);

    /// <summary>Returns whether both arms are of the same people: after the first period everybody of a crossover is in every arm.</summary>
    private static bool HasSamePeople(EffectRow row) => row is { Design: Terms.Design.RandomizedCrossover, Period: not Terms.CrossoverPeriod.First };

    private static string WhyNotCombinable(EffectRow row) => HasSamePeople(row)
        ? $"In a crossover {row.Arm} against {row.Versus} is of the same people as the other arms"
        : $"Of {row.Arm} against {row.Versus} only a contrast is reported";

    private static IReadOnlyList<ChosenEffect> Combine(List<ChosenEffect> pairs, EffectMeasure measure, DecisionLog log)
    {
        var lead = pairs.First(pair => pair.Lead.Yi is not null);
        var (firsts, seconds) = (pairs.DistinctBy(pair => pair.Lead.Arm).ToList(), pairs.DistinctBy(pair => pair.Lead.Versus).ToList());
        var merged = lead with
        {
            Arms = [.. firsts.Select(pair => pair.Lead.Arm)],
            Versus = [.. seconds.Select(pair => pair.Lead.Versus)],
            Outcomes = [.. pairs.Select(pair => pair.Lead.Outcome).Distinct()],
            Means = lead.Means is null ? null : CombineMeans(firsts, seconds),
            Table = lead.Table is null ? null : AddTables(firsts, seconds),
        };
        var effect = ComputeValue(merged, measure);
        if (!effect.IsSuccess)
        {
            log.LeaveOut(lead.Lead, Terms.DecisionReason.NoEffect, effect.Error.Message);
            return [];
        }

        if (merged.Outcomes.Count > 1)
            log.Add(lead.Lead, Terms.DecisionKind.Merged, Terms.DecisionReason.OutcomesCombined, $"{JoinNames(merged.Outcomes)} are the same measurement of different arms");
        log.Add(lead.Lead, Terms.DecisionKind.Merged, Terms.DecisionReason.ArmsCombined, $"{JoinNames(merged.Arms)} against {JoinNames(merged.Versus)}: arms of the same side were taken together");
        return [merged with { Value = effect.Value, Formula = JoinFormulas([.. ListFormulas(merged, pairs, measure), CombineFormula]) }];
    }

    private static List<ChosenEffect> Divide(List<ChosenEffect> pairs, EffectMeasure measure, DecisionLog log)
    {
        var divided = new List<ChosenEffect>();
        foreach (var pair in pairs)
        {
            var firstShares = pairs.Count(other => other.Lead.Arm == pair.Lead.Arm);
            var secondShares = pairs.Count(other => other.Lead.Versus == pair.Lead.Versus);
            var part = pair with
            {
                Means = pair.Means is { } means ? (CombinedArm.Share(means.First, firstShares), CombinedArm.Share(means.Second, secondShares)) : null,
                Table = pair.Table is { } table ? DivideTable(table, firstShares, secondShares) : null,
            };
            var effect = ComputeValue(part, measure);
            if (!effect.IsSuccess)
            {
                log.LeaveOut(pair.Lead, Terms.DecisionReason.NoEffect, effect.Error.Message, ofArm: true);
                continue;
            }

            var isShared = firstShares > 1 || secondShares > 1;
            if (isShared)
                log.Add(pair.Lead, Terms.DecisionKind.Changed, Terms.DecisionReason.ArmDivided, $"{pair.Lead.Arm} has one of {firstShares} parts of its people here, {pair.Lead.Versus} one of {secondShares}", ofArm: true);
            divided.Add(isShared ? part with { Value = effect.Value, Formula = JoinFormulas([.. ListFormulas(part, [pair], measure), DivideFormula]) } : part with { Value = effect.Value });
        }

        return divided;
    }

    /// <summary>Returns how the figures were calculated: those of the pairs; what was done to cells is of the new table, not of theirs.</summary>
    private static IEnumerable<string?> ListFormulas(ChosenEffect merged, List<ChosenEffect> pairs, EffectMeasure measure) =>
        merged.Table is { } table ? [Measures.ZeroCellNote(measure, table)] : pairs.Select(pair => pair.Formula);

    /// <summary>Returns the effect of the figures that a chosen effect has.</summary>
    public static StatisticsResult<EffectSize> ComputeValue(ChosenEffect effect, EffectMeasure measure) => effect.Means is { } means
        ? Measures.ComputeFromMeans(measure, means.First, means.Second)
        : Measures.ComputeFromTable(measure, effect.Table!);

    private static (MeasuredArm, MeasuredArm)? CombineMeans(List<ChosenEffect> firsts, List<ChosenEffect> seconds) =>
        CombinedArm.Combine([.. firsts.Select(pair => pair.Means!.Value.First)]).Value is { } first
        && CombinedArm.Combine([.. seconds.Select(pair => pair.Means!.Value.Second)]).Value is { } second
            ? (first, second)
            : null;

    private static TwoByTwoTable AddTables(List<ChosenEffect> firsts, List<ChosenEffect> seconds) => new(
        firsts.Sum(pair => pair.Table!.FirstEvents),
        firsts.Sum(pair => pair.Table!.FirstOthers),
        seconds.Sum(pair => pair.Table!.SecondEvents),
        seconds.Sum(pair => pair.Table!.SecondOthers));

    private static TwoByTwoTable DivideTable(TwoByTwoTable table, int firstShares, int secondShares) => new(
        table.FirstEvents / firstShares, table.FirstOthers / firstShares, table.SecondEvents / secondShares, table.SecondOthers / secondShares);

    private static string JoinNames(IEnumerable<string> names) => string.Join(", ", names);

    private static string JoinFormulas(IEnumerable<string?> formulas) => string.Join("; ", formulas.OfType<string>().Distinct());
}
