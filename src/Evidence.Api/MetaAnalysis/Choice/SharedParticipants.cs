namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>Keeps one of the studies that have some of the same people: the one with more people in its effect.</summary>
internal static class SharedParticipants
{
    public static IReadOnlyList<ChosenEffect> KeepOneOfEach(IReadOnlyList<ChosenEffect> effects, DecisionLog log)
    {
        var shared = SharedBy(effects);
        var kept = new HashSet<string>();
        foreach (var study in effects.GroupBy(effect => effect.Lead.Study).OrderByDescending(People).ThenBy(study => study.Key, StringComparer.Ordinal))
        {
            var lead = study.First().Lead;
            if (shared[lead.Study].FirstOrDefault(kept.Contains) is { } other)
                log.LeaveOutStudy(lead, "shared-participants", $"It shares participants with {other}, which has no fewer people in this pool");
            else
                kept.Add(lead.Study);
        }

        return [.. effects.Where(effect => kept.Contains(effect.Lead.Study))];
    }

    private static double People(IEnumerable<ChosenEffect> study) =>
        study.Sum(effect => effect.FirstPeople + effect.SecondPeople ?? effect.Lead.Enrolled ?? 0);

    /// <summary>One record may name the other without being named by it.</summary>
    private static ILookup<string, string> SharedBy(IReadOnlyList<ChosenEffect> effects) =>
        effects.SelectMany(effect => effect.Lead.SharesParticipantsWith, (effect, other) => (One: effect.Lead.Study, Other: other))
            .SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) })
            .ToLookup(pair => pair.One, pair => pair.Other);
}
