using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Choice;

namespace Evidence.Synthesis.Comparison;

/// <summary>Finds the effects that differ between two pools, and how far each alone moves the earlier one.</summary>
public static class EffectMoves
{
    /// <summary>Maximum number of shifts: each is a pool of its own, so that the work grows with their number.</summary>
    private const int MaxShifts = 200;

    /// <summary>Returns the notes on how the effects were compared.</summary>
    public static IReadOnlyList<string> GetNotes(PooledSide from, PooledSide to, int moved) =>
    [
        "shift: the pool of the earlier revision with this one effect exchanged, in the same model, less that pool. Shifts of several effects do not add up to the difference.",
        .. moved > MaxShifts ? [$"{moved} effects moved: above {MaxShifts}, shift is left out."] : Array.Empty<string>(),
        .. from.Pool.Benefit != to.Pool.Benefit && from.Fit is not null && to.Fit is not null
            ? ["The sign that speaks for the first arm is not the same at both revisions."] : Array.Empty<string>(),
    ];

    /// <summary>Returns the effects, by study; <paramref name="changes"/> has of each study the revisions that wrote it.</summary>
    public static IReadOnlyList<MovedEffect> Find(PooledSide from, PooledSide to, ILookup<string, StudyChange> changes)
    {
        var moves = Match(from.Pool.Effects, to.Pool.Effects).Where(pair => !AreSame(pair.Old, pair.New)).ToList();
        return
        [
            .. moves.Select(pair => Describe(from, to, pair, moves.Count <= MaxShifts, changes))
                .OrderBy(moved => moved.Study, StringComparer.Ordinal).ThenBy(moved => moved.Label, StringComparer.Ordinal),
        ];
    }

    private static MovedEffect Describe(PooledSide from, PooledSide to, (ChosenEffect? Old, ChosenEffect? New) pair, bool withShift, ILookup<string, StudyChange> changes)
    {
        var shown = pair.New ?? pair.Old!;
        return new MovedEffect
        {
            Study = shown.Lead.Study,
            Label = shown.Lead.Label,
            Change = pair.Old is null ? Terms.PoolChange.Entered : pair.New is null ? Terms.PoolChange.Left : Terms.PoolChange.Changed,
            Outcomes = shown.Outcomes,
            Arms = shown.Arms,
            Versus = shown.Versus,
            YiOld = pair.Old?.Value.Estimate,
            ViOld = pair.Old?.Value.Variance,
            WeightOld = FindWeight(from, pair.Old),
            YiNew = pair.New?.Value.Estimate,
            ViNew = pair.New?.Value.Variance,
            WeightNew = FindWeight(to, pair.New),
            Shift = withShift ? ComputeShift(from, pair) : null,
            WrittenBy = [.. changes[shown.Lead.Study]],
        };
    }

    /// <summary>Matches effects by study and arms; if one effect of a study is left on each side, the two are matched.</summary>
    private static List<(ChosenEffect? Old, ChosenEffect? New)> Match(IReadOnlyList<ChosenEffect> old, IReadOnlyList<ChosenEffect> @new)
    {
        var pairs = new List<(ChosenEffect? Old, ChosenEffect? New)>();
        foreach (var study in old.Concat(@new).Select(effect => effect.Lead.Study).Distinct())
        {
            var before = old.Where(effect => effect.Lead.Study == study).ToList();
            var now = @new.Where(effect => effect.Lead.Study == study).ToList();
            foreach (var effect in now.ToList())
            {
                if (before.Find(other => JoinArms(other) == JoinArms(effect)) is not { } same)
                    continue;
                pairs.Add((same, effect));
                before.Remove(same);
                now.Remove(effect);
            }

            if (before.Count == 1 && now.Count == 1)
                pairs.Add((before[0], now[0]));
            else
                pairs.AddRange([.. before.Select(effect => ((ChosenEffect?)effect, (ChosenEffect?)null)), .. now.Select(effect => ((ChosenEffect?)null, (ChosenEffect?)effect))]);
        }

        return pairs;
    }

    private static string JoinArms(ChosenEffect effect) => $"{string.Join(' ', effect.Arms)} / {string.Join(' ', effect.Versus)}";

    /// <summary>Returns whether two effects have the same figures; a label or a source that changed moves no pool.</summary>
    private static bool AreSame(ChosenEffect? old, ChosenEffect? @new) =>
        old is not null && @new is not null && old.Value == @new.Value && old.Means == @new.Means && old.Table == @new.Table
        && old.Outcomes.SequenceEqual(@new.Outcomes) && JoinArms(old) == JoinArms(@new);

    private static double? FindWeight(PooledSide side, ChosenEffect? effect) =>
        effect is null || side.Fit is null ? null : side.Fit.Weights[side.Pool.Effects.Index().First(item => ReferenceEquals(item.Item, effect)).Index];

    private static double? ComputeShift(PooledSide from, (ChosenEffect? Old, ChosenEffect? New) pair)
    {
        if (from.Fit is null)
            return null;
        ChosenEffect[] exchanged = pair.Old is null
            ? [.. from.Pool.Effects, pair.New!]
            : [.. from.Pool.Effects.Select(effect => ReferenceEquals(effect, pair.Old) ? pair.New : effect).OfType<ChosenEffect>()];
        return exchanged.Length == 0 ? null : from.Pool.Fit(exchanged).Value?.Estimate - from.Fit.Estimate;
    }
}
