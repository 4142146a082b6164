using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>The effects of a network: one for each pair of treatments of each study.</summary>
/// <param name="Effects">The effects with their two treatments, by study.</param>
/// <param name="Decisions">Every study and effect left out, merged, changed or chosen, by study.</param>
public sealed record NodeChoice(IReadOnlyList<NodeEffect> Effects, IReadOnlyList<PoolingDecision> Decisions)
{
    /// <summary>Chooses the outcome of each study as for a pool; arms that received the same treatment are taken together.</summary>
    public static NodeChoice Choose(IEnumerable<EffectRow> rows, ChoiceRules rules, Func<EffectRow, (string Treatment, string Comparator)> getNodes)
    {
        var log = new DecisionLog();
        var combining = rules with { MultiArm = MultiArm.Combine };
        var chosen = rows.GroupBy(row => row.Study)
            .Where(study => StudyDesigns.MayBePooled(study.First(), rules, log) && RetractedStudies.MayBePooled(study.First(), rules, log))
            .Select(study => OutcomeChoice.Choose([.. study], rules, log))
            .Select(outcomes => log.KeepPairs(
                outcomes, row => getNodes(row) is var (one, other) && one != other, Terms.DecisionReason.NoNode, row => $"Both arms received {getNodes(row).Treatment}"))
            .SelectMany(outcomes => SplitByNodes(outcomes, getNodes).SelectMany(pair => ArmMerging.Merge(pair, combining, log)))
            .ToList();
        var apart = ParticipantOverlap.KeepLargest(chosen, log);
        var aligned = Directions.Align(apart, rules, log);
        foreach (var effect in aligned)
            log.Add(effect.Lead, Terms.DecisionKind.Chosen, Terms.DecisionReason.Chosen, EffectChoice.Describe(effect, rules));
        return new NodeChoice([.. aligned.Select(effect => new NodeEffect(effect, getNodes(effect.Lead).Treatment, getNodes(effect.Lead).Comparator))], log.All);
    }

    private static IEnumerable<IReadOnlyList<OutcomeRows>> SplitByNodes(
        IReadOnlyList<OutcomeRows> outcomes, Func<EffectRow, (string Treatment, string Comparator)> getNodes) =>
        outcomes.SelectMany(outcome => outcome.Rows).Select(getNodes).Distinct().Select(pair => (IReadOnlyList<OutcomeRows>)
        [
            .. outcomes.Select(outcome => outcome with { Rows = [.. outcome.Rows.Where(row => getNodes(row) == pair)] }).Where(outcome => outcome.Rows.Count > 0),
        ]);
}

/// <summary>An effect of one treatment against another.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Treatment">The treatment of the first side.</param>
/// <param name="Comparator">The treatment of the second side.</param>
public sealed record NodeEffect(ChosenEffect Effect, string Treatment, string Comparator);
