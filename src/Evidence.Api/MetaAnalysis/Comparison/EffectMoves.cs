using Evidence.Api.MetaAnalysis.Choice;

namespace Evidence.Api.MetaAnalysis.Comparison;

/// <summary>Finds the effects that differ between two pools, and how far each alone moves the earlier one.</summary>
public static class EffectMoves
{
    /// <summary>Each is a pool of its own: the work grows with their number.</summary>
    private const int MostShifts = 200;

    /// <summary>The remarks on how it was done.</summary>
    public static IReadOnlyList<string> Remarks(PooledSide from, PooledSide to, int moved) =>
    [
        "shift: the pool of the earlier revision with this one effect exchanged, in the same model, less that pool. Shifts of several effects do not add up to the difference.",
        .. moved > MostShifts ? [$"{moved} effects moved: above {MostShifts}, shift is left out."] : Array.Empty<string>(),
        .. from.Pool.Benefit != to.Pool.Benefit && from.Fit is not null && to.Fit is not null
            ? ["The sign that speaks for the first arm is not the same at both revisions."] : Array.Empty<string>(),
    ];

    /// <summary>The effects, by study; <paramref name="writes"/> has of each study the revisions that wrote it.</summary>
    public static IReadOnlyList<MovedEffect> Of(PooledSide from, PooledSide to, ILookup<string, StudyWrite> writes)
    {
        var moves = Match(from.Pool.Effects, to.Pool.Effects).Where(pair => !AreSame(pair.Old, pair.New)).ToList();
        return
        [
            .. moves.Select(pair => Describe(from, to, pair, moves.Count <= MostShifts, writes))
                .OrderBy(moved => moved.Study, StringComparer.Ordinal).ThenBy(moved => moved.Label, StringComparer.Ordinal),
        ];
    }

    private static MovedEffect Describe(PooledSide from, PooledSide to, (ChosenEffect? Old, ChosenEffect? New) pair, bool withShift, ILookup<string, StudyWrite> writes)
    {
        var shown = pair.New ?? pair.Old!;
        return new MovedEffect
        {
            Study = shown.Lead.Study,
            Label = shown.Lead.Label,
            Change = pair.Old is null ? "entered" : pair.New is null ? "left" : "changed",
            Outcomes = shown.Outcomes,
            Arms = shown.Arms,
            Versus = shown.Versus,
            YiOld = pair.Old?.Value.Estimate,
            ViOld = pair.Old?.Value.Variance,
            WeightOld = WeightOf(from, pair.Old),
            YiNew = pair.New?.Value.Estimate,
            ViNew = pair.New?.Value.Variance,
            WeightNew = WeightOf(to, pair.New),
            Shift = withShift ? ShiftOf(from, pair) : null,
            WrittenBy = [.. writes[shown.Lead.Study]],
        };
    }

    /// <summary>By study and arms; what is left of a study with one effect on each side is that effect, of other arms.</summary>
    private static List<(ChosenEffect? Old, ChosenEffect? New)> Match(IReadOnlyList<ChosenEffect> old, IReadOnlyList<ChosenEffect> @new)
    {
        var pairs = new List<(ChosenEffect? Old, ChosenEffect? New)>();
        foreach (var study in old.Concat(@new).Select(effect => effect.Lead.Study).Distinct())
        {
            var before = old.Where(effect => effect.Lead.Study == study).ToList();
            var now = @new.Where(effect => effect.Lead.Study == study).ToList();
            foreach (var effect in now.ToList())
            {
                if (before.Find(other => ArmsOf(other) == ArmsOf(effect)) is not { } same)
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

    private static string ArmsOf(ChosenEffect effect) => $"{string.Join(' ', effect.Arms)} / {string.Join(' ', effect.Versus)}";

    /// <summary>Of the same figures; a label or a source that changed moves no pool.</summary>
    private static bool AreSame(ChosenEffect? old, ChosenEffect? @new) =>
        old is not null && @new is not null && old.Value == @new.Value && old.Means == @new.Means && old.Table == @new.Table
        && old.Outcomes.SequenceEqual(@new.Outcomes) && ArmsOf(old) == ArmsOf(@new);

    private static double? WeightOf(PooledSide side, ChosenEffect? effect) =>
        effect is null || side.Fit is null ? null : side.Fit.Weights[side.Pool.Effects.Index().First(item => ReferenceEquals(item.Item, effect)).Index];

    private static double? ShiftOf(PooledSide from, (ChosenEffect? Old, ChosenEffect? New) pair)
    {
        if (from.Fit is null)
            return null;
        ChosenEffect[] exchanged = pair.Old is null
            ? [.. from.Pool.Effects, pair.New!]
            : [.. from.Pool.Effects.Select(effect => ReferenceEquals(effect, pair.Old) ? pair.New : effect).OfType<ChosenEffect>()];
        return exchanged.Length == 0 ? null : from.Pool.Fit(exchanged).Value?.Estimate - from.Fit.Estimate;
    }
}
