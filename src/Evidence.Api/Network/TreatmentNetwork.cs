using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Statistics.Networks;

namespace Evidence.Api.Network;

/// <summary>Makes the studies of a network out of their effects: those of two treatments as they are, others from the figures of their arms.</summary>
internal static class TreatmentNetwork
{
    /// <summary>The studies as the library takes them, with the effects that they are made of.</summary>
    public static (IReadOnlyList<NetworkStudy> Studies, IReadOnlyList<NodeEffect> Effects, IReadOnlyList<Decision> LeftOut) Of(
        IReadOnlyList<NodeEffect> effects, string measure)
    {
        var studies = new List<NetworkStudy>();
        var used = new List<NodeEffect>();
        var leftOut = new List<Decision>();
        foreach (var study in effects.GroupBy(effect => effect.Effect.Lead.Study).Select(group => group.ToList()))
        {
            var made = study.Count == 1 ? OfTwo(study[0]) : OfSeveral(study, measure);
            used.AddRange(made is null ? study.Take(1) : study);
            if (made is null)
            {
                // Without the variance of the shared arm the covariance of two contrasts with it is not known.
                made = OfTwo(study[0]);
                leftOut.AddRange(study.Skip(1).Select(effect => LeftOut(effect, "not-combinable", $"The study has other treatments too, and what {effect.Treatment} shares with them is not reported")));
            }

            studies.Add(made);
        }

        return (studies, used, leftOut);
    }

    /// <summary>The effects that are connected with most others, and decisions on the rest.</summary>
    public static (IReadOnlyList<NodeEffect> Connected, IReadOnlyList<Decision> LeftOut) LargestPart(IReadOnlyList<NodeEffect> effects)
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
                LeftOut(effect, "not-connected", $"{effect.Treatment} and {effect.Comparator} are not connected with {string.Join(", ", largest.Order(StringComparer.Ordinal))}"))]);
    }

    private static NetworkStudy OfTwo(NodeEffect effect) =>
        NetworkStudy.OfTwo(effect.Effect.Lead.Study, effect.Treatment, effect.Comparator, effect.Effect.Value);

    /// <summary>Contrasts with one arm share its variance; nothing where the figures of an arm are lacking.</summary>
    private static NetworkStudy? OfSeveral(List<NodeEffect> effects, string measure)
    {
        var baseline = effects[0].Comparator;
        if (effects.Exists(effect => effect.Comparator != baseline))
            return null;
        if (BaselineVariance(effects[0].Effect, measure) is not { } shared || effects.Exists(effect => effect.Effect.Value.Variance <= shared))
            return null;
        return new NetworkStudy(
            effects[0].Effect.Lead.Study, baseline, [.. effects.Select(effect => new NetworkContrast(effect.Treatment, effect.Effect.Value))], shared);
    }

    /// <summary>What the second arm adds to the variance of each contrast; of Hedges' g without the part that depends on g (Gleser &amp; Olkin 2009).</summary>
    private static double? BaselineVariance(ChosenEffect effect, string measure) => (measure, effect.Means, effect.Table) switch
    {
        ("md", { } means, _) => Square(means.Second.StandardDeviation) / means.Second.People,
        ("smd", { } means, _) => 1 / means.Second.People,
        ("rom", { } means, _) => Square(means.Second.StandardDeviation / means.Second.Mean) / means.Second.People,
        ("or", _, { HasZeroCell: false } table) => 1 / table.SecondEvents + 1 / table.SecondOthers,
        ("rr", _, { HasZeroCell: false } table) => 1 / table.SecondEvents - 1 / table.SecondPeople,
        ("rd", _, { HasZeroCell: false } table) => table.SecondEvents * table.SecondOthers / Math.Pow(table.SecondPeople, 3),
        _ => null,
    };

    private static double Square(double x) => x * x;

    private static Decision LeftOut(NodeEffect effect, string reason, string detail) => new()
    {
        Study = effect.Effect.Lead.Study,
        Label = effect.Effect.Lead.Label,
        Outcome = effect.Effect.Lead.Outcome,
        Arm = effect.Effect.Lead.Arm,
        Kind = "left-out",
        Reason = reason,
        Detail = detail,
    };
}
