namespace Evidence.Catalogue.Rules;

/// <summary>Checks what a claim must keep to, independent of other records.</summary>
public static class ClaimRules
{
    /// <summary>Returns every issue that the rules find in the claim; empty if there is none.</summary>
    public static IReadOnlyList<ValidationIssue> Check(Claim claim) =>
    [
        .. TermRules.Check(claim),
        .. TextRules.Check(claim),
        .. Rule.Issues(IdRules.CheckSlug("/id", claim.Id)),
        .. claim.Evidence.Index().SelectMany(piece => Check(piece.Item, $"/evidence/{piece.Index}")),
    ];

    private static IEnumerable<ValidationIssue> Check(ClaimEvidence evidence, string at) => Rule.Issues(
        CheckWork(evidence, at),
        SourceRules.CheckUrl($"{at}/source/url", evidence.Source.Url));

    private static ValidationIssue? CheckWork(ClaimEvidence evidence, string at) => (evidence.StudyId, evidence.Citation) switch
    {
        (null, null) => ValidationIssue.Error(at, "Neither studyId nor citation is given; expected one of the two"),
        (not null, not null) => ValidationIssue.Error(at, "Both studyId and citation are given; expected one of the two"),
        (null, not null) or (not null, null) => null,
    };
}
