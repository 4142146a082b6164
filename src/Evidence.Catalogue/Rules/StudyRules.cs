namespace Evidence.Catalogue.Rules;

/// <summary>Checks what a study record must keep to, independent of other records.</summary>
public static class StudyRules
{
    /// <summary>Returns every issue that the rules find in the record, rule by rule; empty if there is none.</summary>
    public static IReadOnlyList<ValidationIssue> Check(Study study) =>
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
