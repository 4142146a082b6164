using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.Networks;
using Evidence.Synthesis.Choice;

namespace Evidence.Synthesis.Network;

/// <summary>Creates the studies of a network from their effects: those of two treatments unchanged, others from the figures of their arms.</summary>
internal static class TreatmentNetwork
{
    /// <summary>Builds the studies as Evidence.Statistics takes them, with the effects that they are made of.</summary>
    public static (IReadOnlyList<NetworkStudy> Studies, IReadOnlyList<NodeEffect> Effects, IReadOnlyList<PoolingDecision> LeftOut) Build(
        IReadOnlyList<NodeEffect> effects, EffectMeasure measure)
    {
        var studies = new List<NetworkStudy>();
        var used = new List<NodeEffect>();
        var leftOut = new List<PoolingDecision>();
        foreach (var study in effects.GroupBy(effect => effect.Effect.Lead.Study).Select(group => group.ToList()))
        {
            var made = study.Count == 1 ? CreateOfTwo(study[0]) : CreateOfSeveral(study, measure);
            used.AddRange(made is null ? study.Take(1) : study);
            if (made is null)
            {
                // Without the variance of the shared arm the covariance of two contrasts with it is not known.
                made = CreateOfTwo(study[0]);
                leftOut.AddRange(study.Skip(1).Select(effect => LeaveOut(effect, Terms.DecisionReason.NotCombinable, $"The study has other treatments too, and what {effect.Treatment} shares with them is not reported")));
            }

            studies.Add(made);
        }

        return (studies, used, leftOut);
    }

    /// <summary>Returns the effects of the largest connected part, and the decisions on the others.</summary>
    public static (IReadOnlyList<NodeEffect> Connected, IReadOnlyList<PoolingDecision> LeftOut) FindLargestPart(IReadOnlyList<NodeEffect> effects)
    {
        var parts = new List<HashSet<string>>();
        foreach (var effect in effects)
        {
            var touching = parts.Where(part => part.Contains(effect.Treatment) || part.Contains(effect.Comparator)).ToList();
            parts.RemoveAll(touching.Contains);
            parts.Add([.. touching.SelectMany(part => part), effect.Treatment, effect.Comparator]);
        }

        var largest = parts.OrderByDescending(part => effects.Count(effect => part.Contains(effect.Treatment))).FirstOrDefault([]);
        return (
            [.. effects.Where(effect => largest.Contains(effect.Treatment))],
            [.. effects.Where(effect => !largest.Contains(effect.Treatment)).Select(effect =>
                LeaveOut(effect, Terms.DecisionReason.NotConnected, $"{effect.Treatment} and {effect.Comparator} are not connected with {string.Join(", ", largest.Order(StringComparer.Ordinal))}"))]);
    }

    private static NetworkStudy CreateOfTwo(NodeEffect effect) =>
        NetworkStudy.FromContrast(effect.Effect.Lead.Study, effect.Treatment, effect.Comparator, effect.Effect.Value);

    /// <summary>Creates a study whose contrasts share the variance of one arm, or returns null if figures of an arm are missing.</summary>
    private static NetworkStudy? CreateOfSeveral(List<NodeEffect> effects, EffectMeasure measure)
    {
        var baseline = effects[0].Comparator;
        if (effects.Exists(effect => effect.Comparator != baseline))
            return null;
        if (FindBaselineVariance(effects[0].Effect, measure) is not { } shared || effects.Exists(effect => effect.Effect.Value.Variance <= shared))
            return null;
        return new NetworkStudy(
            effects[0].Effect.Lead.Study, baseline, [.. effects.Select(effect => new NetworkContrast(effect.Treatment, effect.Effect.Value))], shared);
    }

    /// <summary>Returns what the second arm adds to the variance of each contrast; of Hedges' g without the part that depends on g (Gleser &amp; Olkin 2009).</summary>
    private static double? FindBaselineVariance(ChosenEffect effect, EffectMeasure measure)
    {
        var second = effect.Means?.Second;
        var table = effect.Table is { HasZeroCell: false } whole ? whole : null;
        return measure switch
        {
            EffectMeasure.Md => second is null ? null : Square(second.StandardDeviation) / second.People,
            EffectMeasure.Smd => second is null ? null : 1 / second.People,
            EffectMeasure.Rom => second is null ? null : Square(second.StandardDeviation / second.Mean) / second.People,
            EffectMeasure.Or => table is null ? null : 1 / table.SecondEvents + 1 / table.SecondOthers,
            EffectMeasure.Rr => table is null ? null : 1 / table.SecondEvents - 1 / table.SecondPeople,
            EffectMeasure.Rd => table is null ? null : table.SecondEvents * table.SecondOthers / Math.Pow(table.SecondPeople, 3),
            EffectMeasure.Smdh or EffectMeasure.Peto or EffectMeasure.Hr => null,
        };
    }

    private static double Square(double x) => x * x;

    private static PoolingDecision LeaveOut(NodeEffect effect, string reason, string detail) => new()
    {
        Study = effect.Effect.Lead.Study,
        Label = effect.Effect.Lead.Label,
        Outcome = effect.Effect.Lead.Outcome,
        Arm = effect.Effect.Lead.Arm,
        Kind = Terms.DecisionKind.LeftOut,
        Reason = reason,
        Detail = detail,
    };
}
