using Evidence.Api.Effects;

namespace Evidence.Api.MetaAnalysis;

/// <summary>What studies differ by: labels for groups, numbers for regressions.</summary>
internal static class StudyFactors
{
    private const string NotReported = "not-reported";

    /// <summary>The group of a row by a term of <c>study-factor</c>.</summary>
    public static string GroupOf(EffectRow row, string factor) => factor switch
    {
        "design" => row.Design,
        "masking" => row.Masking,
        "intervention" => row.Intervention,
        "comparator" => row.Comparator,
        "route" => row.Route,
        "instrument" => row.Instrument ?? NotReported,
        "metric" => row.Metric,
        "risk-of-bias" => row.RiskOfBias ?? NotReported,
        "treatment-resistant" => row.TreatmentResistant ? "treatment-resistant" : "not-resistant-or-not-reported",
        "population-suicidality" => row.PopulationSuicidality,
        "setting" => row.Setting,
        "funding" => row.Funding,
        _ => throw new ArgumentOutOfRangeException(nameof(factor), factor, "Not a factor."),
    };

    /// <summary>The number of a row by a term of <c>moderator</c>; nothing where it is not reported.</summary>
    public static double? NumberOf(EffectRow row, string moderator) => moderator switch
    {
        "year" => row.Year,
        "time-hours" => (double)row.TimeHours,
        "dose" => (double?)row.Dose,
        "administrations" => row.Administrations,
        "enrolled" => row.Enrolled,
        "age-mean" => (double?)row.AgeMean,
        "percent-female" => (double?)row.PercentFemale,
        "failed-trials" => row.MinFailedTrials,
        _ => throw new ArgumentOutOfRangeException(nameof(moderator), moderator, "Not a moderator."),
    };
}
