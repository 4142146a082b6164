using Evidence.Api.Effects;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>The effects of a network: one for each pair of treatments of each study.</summary>
/// <param name="Effects">The effects with their two treatments, by study.</param>
/// <param name="Decisions">Every study and effect left out, merged, changed or chosen, by study.</param>
public sealed record NodeChoice(IReadOnlyList<NodeEffect> Effects, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Chooses the outcome of each study as for a pool; arms that received the same treatment are taken together.</summary>
    public static NodeChoice Of(IEnumerable<EffectRow> rows, ChoiceRules rules, Func<EffectRow, (string Treatment, string Comparator)> nodesOf)
    {
        var log = new DecisionLog();
        var combining = rules with { MultiArm = "combine" };
        var chosen = rows.GroupBy(row => row.Study)
            .Where(study => StudyDesigns.MayBePooled(study.First(), rules, log) && RetractedStudies.MayBePooled(study.First(), rules, log))
            .Select(study => OutcomeChoice.Of([.. study], rules, log))
            .Select(outcomes => log.KeepPairs(
                outcomes, row => nodesOf(row) is var (one, other) && one != other, "no-node", row => $"Both arms received {nodesOf(row).Treatment}"))
            .SelectMany(outcomes => ByNodes(outcomes, nodesOf).SelectMany(pair => ArmMerging.Of(pair, combining, log)))
            .ToList();
        var apart = SharedParticipants.KeepOneOfEach(chosen, log);
        var aligned = Directions.Align(apart, rules, log);
        foreach (var effect in aligned)
            log.Add(effect.Lead, "chosen", "chosen", EffectChoice.DetailOf(effect, rules));
        return new NodeChoice([.. aligned.Select(effect => new NodeEffect(effect, nodesOf(effect.Lead).Treatment, nodesOf(effect.Lead).Comparator))], log.All);
    }

    private static IEnumerable<IReadOnlyList<OutcomeRows>> ByNodes(
        IReadOnlyList<OutcomeRows> outcomes, Func<EffectRow, (string Treatment, string Comparator)> nodesOf) =>
        outcomes.SelectMany(outcome => outcome.Rows).Select(nodesOf).Distinct().Select(pair => (IReadOnlyList<OutcomeRows>)
        [
            .. outcomes.Select(outcome => outcome with { Rows = [.. outcome.Rows.Where(row => nodesOf(row) == pair)] }).Where(outcome => outcome.Rows.Count > 0),
        ]);
}

/// <summary>An effect of one treatment against another.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Treatment">The treatment of the first side.</param>
/// <param name="Comparator">The treatment of the second side.</param>
public sealed record NodeEffect(ChosenEffect Effect, string Treatment, string Comparator);
