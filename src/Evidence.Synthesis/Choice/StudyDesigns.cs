using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>Decides by its design whether a study may be pooled.</summary>
internal static class StudyDesigns
{
    public static bool MayBePooled(EffectRow row, ChoiceRules rules, DecisionLog log)
    {
        (string Reason, string Detail)? exclusion = TermConverter.Parse<Design>(row.Design) switch
        {
            Design.RandomizedParallel or Design.RandomizedCrossover => null,
            Design.SystematicReview =>
                (Terms.DecisionReason.Review, "It is a review; the trials that it pools are in the catalogue, or would be counted twice with those that are"),
            Design.Preclinical => (Terms.DecisionReason.AnimalStudy, "It is a study of animals"),
            Design.RandomizedWithdrawal => rules.NamesDesigns
                ? null
                : (Terms.DecisionReason.WithdrawalDesign, "Its people had been helped before they were randomized to go on or stop; name the design to take it in"),
            Design.NonRandomized or Design.SingleArm or Design.Cohort or Design.CaseSeries => rules.NamesDesigns
                ? null
                : (Terms.DecisionReason.NotRandomized, $"Its design is {row.Design}; name the design to take it in"),
        };
        if (exclusion is not var (reason, detail))
            return true;
        log.LeaveOutStudy(row, reason, detail);
        return false;
    }
}
