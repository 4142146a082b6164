using Evidence.Catalogue;

namespace Evidence.Api.Studies;

/// <summary>
/// One judgement for a whole assessment, so that studies can be filtered by it. The assessors' own overall judgement stands where they
/// gave one. RoB 1 has none; there the Cochrane Handbook's (5.1, table 8.7.a) reading of the domains is used: high if any domain is
/// high, else unclear if any is unclear, else low. Where only a part of the domains was read, that part can show high and nothing else,
/// because any other domain may be high.
/// </summary>
public static class OverallJudgement
{
    /// <summary>The judgement; nothing where the assessment is missing, or too incomplete to tell.</summary>
    public static string? Of(RiskOfBiasAssessment? assessment)
    {
        if (assessment is null || assessment.Overall is not null)
            return assessment?.Overall;
        var judgements = assessment.Domains.Select(domain => domain.Judgement).ToHashSet();
        if (judgements.Contains("high"))
            return "high";
        if (!AllDomainsJudged(assessment))
            return null;
        if (judgements.Contains("some-concerns"))
            return "some-concerns";
        return judgements.Contains("unclear") ? "unclear" : "low";
    }

    private static bool AllDomainsJudged(RiskOfBiasAssessment assessment) =>
        Vocabulary.Get("risk-of-bias-domain").Terms
            .Where(term => term.Tool == assessment.Tool)
            .All(term => assessment.Domains.Any(domain => domain.Domain == term.Name));
}
