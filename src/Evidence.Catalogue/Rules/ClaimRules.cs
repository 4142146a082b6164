namespace Evidence.Catalogue.Rules;

/// <summary>What a claim must keep to, whatever else is in the catalogue.</summary>
public static class ClaimRules
{
    /// <summary>Everything that the rules find in the claim; empty where there is nothing to say.</summary>
    public static IReadOnlyList<Finding> Check(Claim claim) =>
    [
        .. TermRules.Check(claim),
        .. TextRules.Check(claim),
        .. Rule.Findings(IdRules.Slug("/id", claim.Id)),
        .. claim.Evidence.Index().SelectMany(piece => Check(piece.Item, $"/evidence/{piece.Index}")),
    ];

    private static IEnumerable<Finding> Check(ClaimEvidence evidence, string at) => Rule.Findings(
        Work(evidence, at),
        SourceRules.Url($"{at}/source/url", evidence.Source.Url));

    private static Finding? Work(ClaimEvidence evidence, string at) => (evidence.StudyId, evidence.Citation) switch
    {
        (null, null) => Finding.Error(at, "Neither studyId nor citation is given; expected one of the two"),
        (not null, not null) => Finding.Error(at, "Both studyId and citation are given; expected one of the two"),
        _ => null,
    };
}
