using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.MetaAnalysis;

/// <summary>Reads what studies differ by: labels for groups, numbers for regressions.</summary>
internal static class StudyFactors
{
    private const string NotReported = "not-reported";

    /// <summary>Returns the group of a row by a factor.</summary>
    public static string GetGroup(EffectRow row, StudyFactor factor) => factor switch
    {
        StudyFactor.Design => row.Design,
        StudyFactor.Masking => row.Masking,
        StudyFactor.Intervention => row.Intervention,
        StudyFactor.Comparator => row.Comparator,
        StudyFactor.Route => row.Route,
        StudyFactor.Instrument => row.Instrument ?? NotReported,
        StudyFactor.Metric => row.Metric,
        StudyFactor.RiskOfBias => row.RiskOfBias ?? NotReported,
        StudyFactor.TreatmentResistant => row.TreatmentResistant ? "treatment-resistant" : "not-resistant-or-not-reported",
        StudyFactor.PopulationSuicidality => row.PopulationSuicidality,
        StudyFactor.Setting => row.Setting,
        StudyFactor.Funding => row.Funding,
    };

    /// <summary>Returns the number of a row by a moderator, or null if it is not reported.</summary>
    public static double? FindNumber(EffectRow row, Moderator moderator) => moderator switch
    {
        Moderator.Year => row.Year,
        Moderator.TimeHours => (double)row.TimeHours,
        Moderator.Dose => (double?)row.Dose,
        Moderator.Administrations => row.Administrations,
        Moderator.Enrolled => row.Enrolled,
        Moderator.AgeMean => (double?)row.AgeMean,
        Moderator.PercentFemale => (double?)row.PercentFemale,
        Moderator.FailedTrials => row.MinFailedTrials,
    };
}
