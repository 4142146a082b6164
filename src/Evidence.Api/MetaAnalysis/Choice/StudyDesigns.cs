using Evidence.Api.Effects;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>Which designs may be pooled.</summary>
internal static class StudyDesigns
{
    public static bool MayBePooled(EffectRow row, ChoiceRules rules, DecisionLog log)
    {
        var refused = row.Design switch
        {
            "systematic-review" => ("review", "It is a review; the trials that it pools are in the catalogue, or would be counted twice with those that are"),
            "preclinical" => ("animal-study", "It is a study of animals"),
            "randomized-parallel" or "randomized-crossover" => default,
            _ when rules.NamesDesigns => default,
            "randomized-withdrawal" => ("withdrawal-design", "Its people had been helped before they were randomized to go on or stop; name the design to take it in"),
            _ => ("not-randomized", $"Its design is {row.Design}; name the design to take it in"),
        };
        if (refused.Item1 is null)
            return true;
        log.LeaveOutStudy(row, refused.Item1, refused.Item2);
        return false;
    }
}
