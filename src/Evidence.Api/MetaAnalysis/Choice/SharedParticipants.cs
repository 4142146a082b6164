namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>Keeps one of the studies that have some of the same people: the one with more people in its effect.</summary>
internal static class SharedParticipants
{
    public static IReadOnlyList<ChosenEffect> KeepOneOfEach(IReadOnlyList<ChosenEffect> effects, DecisionLog log)
    {
        var kept = new List<string>();
        foreach (var study in effects.GroupBy(effect => effect.Lead.Study).OrderByDescending(People).ThenBy(study => study.Key, StringComparer.Ordinal))
        {
            var lead = study.First().Lead;
            var other = kept.FirstOrDefault(id => Share(effects, lead.Study, id));
            if (other is null)
                kept.Add(lead.Study);
            else
                log.LeaveOutStudy(lead, "shared-participants", $"It shares participants with {other}, which has no fewer people in this pool");
        }

        return [.. effects.Where(effect => kept.Contains(effect.Lead.Study))];
    }

    private static double People(IEnumerable<ChosenEffect> study) =>
        study.Sum(effect => effect.FirstPeople + effect.SecondPeople ?? effect.Lead.Enrolled ?? 0);

    /// <summary>One record may name the other without being named by it.</summary>
    private static bool Share(IReadOnlyList<ChosenEffect> effects, string one, string other) =>
        effects.Any(effect => (effect.Lead.Study == one && effect.Lead.SharesParticipantsWith.Contains(other))
            || (effect.Lead.Study == other && effect.Lead.SharesParticipantsWith.Contains(one)));
}
