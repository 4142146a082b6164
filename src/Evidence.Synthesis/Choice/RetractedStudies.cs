using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>Decides whether a study with a retracted primary report may be pooled: only if the question asks for it.</summary>
internal static class RetractedStudies
{
    public static bool MayBePooled(EffectRow row, ChoiceRules rules, DecisionLog log)
    {
        if (row.PrimaryRetractionStatus != Terms.RetractionStatus.Retracted || rules.IncludesRetracted)
            return true;
        log.LeaveOutStudy(row, Terms.DecisionReason.Retracted, "Its primary report is retracted; retracted=include takes it in");
        return false;
    }
}
