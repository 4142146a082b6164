namespace Evidence.Catalogue.Rules;

/// <summary>What a study record must keep to, whatever else is in the catalogue.</summary>
public static class StudyRules
{
    /// <summary>Everything that the rules find in the record, rule by rule; empty where there is nothing to say.</summary>
    public static IReadOnlyList<Finding> Check(Study study) =>
    [
        .. TermRules.Check(study),
        .. TextRules.Check(study),
        .. IdRules.Check(study),
        .. RegistrationRules.Check(study),
        .. CountryRules.Check(study),
        .. PopulationRules.Check(study),
        .. BaselineRules.Check(study),
        .. ReportRules.Check(study),
        .. ArmRules.Check(study),
        .. OutcomeRules.Check(study),
        .. ResultRules.Check(study),
        .. ContrastRules.Check(study),
        .. OnsetRules.Check(study),
        .. RiskOfBiasRules.Check(study),
        .. SourceRules.Check(study),
        .. SharingRules.Check(study),
    ];
}
