using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>What goes into a pool, and what became of everything else.</summary>
/// <param name="Effects">The effects, by study.</param>
/// <param name="Decisions">Every study and effect left out, merged, changed or chosen, by study.</param>
public sealed record EffectChoice(IReadOnlyList<ChosenEffect> Effects, IReadOnlyList<PoolingDecision> Decisions)
{
    /// <summary>
    /// Chooses one effect a study. Rows are of one measure, those of a study in the order of its outcomes and arms. The rules, in their order, are in
    /// the README beside this; each is a decision that the answer lists.
    /// </summary>
    public static EffectChoice Choose(IEnumerable<EffectRow> rows, ChoiceRules rules)
    {
        var log = new DecisionLog();
        var chosen = rows.GroupBy(row => row.Study)
            .OrderBy(study => study.Key, StringComparer.Ordinal)
            .Where(study => StudyDesigns.MayBePooled(study.First(), rules, log) && RetractedStudies.MayBePooled(study.First(), rules, log))
            .Select(study => OutcomeChoice.Choose([.. study], rules, log))
            .SelectMany(outcomes => ArmMerging.Merge(outcomes, rules, log))
            .ToList();
        var apart = ParticipantOverlap.KeepLargest(chosen, log);
        var aligned = Directions.Align(apart, rules, log);
        foreach (var effect in aligned)
            log.Add(effect.Lead, Terms.DecisionKind.Chosen, Terms.DecisionReason.Chosen, Describe(effect, rules));
        return new EffectChoice(aligned, log.All);
    }

    internal static string Describe(ChosenEffect effect, ChoiceRules rules)
    {
        var row = effect.Lead;
        var instrument = row.Instrument is null ? "" : $"{row.Instrument}, ";
        var asked = rules.AtHours is { } at ? $" where {at} were asked for" : "";
        return $"{string.Join(" and ", effect.Outcomes)}: {instrument}{row.Metric}, at {row.TimeHours} hours{asked}; {string.Join(" + ", effect.Arms)} against {string.Join(" + ", effect.Versus)}";
    }
}
