using Evidence.Catalogue.Vocabularies;

namespace Evidence.Synthesis.Choice;

/// <summary>Keeps one of the studies that have some of the same people: the one with more people in its effect.</summary>
internal static class ParticipantOverlap
{
    public static IReadOnlyList<ChosenEffect> KeepLargest(IReadOnlyList<ChosenEffect> effects, DecisionLog log)
    {
        var shared = GetSharing(effects);
        var kept = new HashSet<string>();
        foreach (var study in effects.GroupBy(effect => effect.Lead.Study).OrderByDescending(CountPeople).ThenBy(study => study.Key, StringComparer.Ordinal))
        {
            var lead = study.First().Lead;
            if (shared[lead.Study].FirstOrDefault(kept.Contains) is { } other)
                log.LeaveOutStudy(lead, Terms.DecisionReason.SharedParticipants, $"It shares participants with {other}, which has no fewer people in this pool");
            else
                kept.Add(lead.Study);
        }

        return [.. effects.Where(effect => kept.Contains(effect.Lead.Study))];
    }

    private static double CountPeople(IEnumerable<ChosenEffect> study) =>
        study.Sum(effect => effect.FirstPeople + effect.SecondPeople ?? effect.Lead.Enrolled ?? 0);

    /// <summary>Returns which studies share people: one record may name the other without being named by it.</summary>
    private static ILookup<string, string> GetSharing(IReadOnlyList<ChosenEffect> effects) =>
        effects.SelectMany(effect => effect.Lead.SharesParticipantsWith, (effect, other) => (One: effect.Lead.Study, Other: other))
            .SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) })
            .ToLookup(pair => pair.One, pair => pair.Other);
}
