using Evidence.Api.Effects;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>Figures of a retracted primary report are not pooled unless they are asked for.</summary>
internal static class RetractedStudies
{
    public static bool MayBePooled(EffectRow row, ChoiceRules rules, DecisionLog log)
    {
        if (row.PrimaryRetractionStatus != "retracted" || rules.TakesRetracted)
            return true;
        log.LeaveOutStudy(row, "retracted", "Its primary report is retracted; retracted=include takes it in");
        return false;
    }
}
