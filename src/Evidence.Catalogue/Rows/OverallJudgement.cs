using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rows;

/// <summary>
/// Computes one judgement for a whole assessment, so that studies can be filtered by it. The assessors' own overall judgement is used if they
/// gave one. RoB 1 has none; there the Cochrane Handbook's (5.1, table 8.7.a) reading of the domains is used: high if any domain is
/// high, else unclear if any is unclear, else low. Where only a part of the domains was read, that part can show high and no other judgement,
/// because any other domain may be high.
/// </summary>
public static class OverallJudgement
{
    /// <summary>Returns the judgement, or null if the assessment is missing or too incomplete to tell.</summary>
    public static string? Compute(RiskOfBiasAssessment? assessment)
    {
        if (assessment is null || assessment.Overall is not null)
            return assessment?.Overall;
        var judgements = assessment.Domains.Select(domain => domain.Judgement).ToHashSet();
        if (judgements.Contains(Terms.Judgement.High))
            return Terms.Judgement.High;
        if (!AllDomainsJudged(assessment))
            return null;
        if (judgements.Contains(Terms.Judgement.SomeConcerns))
            return Terms.Judgement.SomeConcerns;
        return judgements.Contains(Terms.Judgement.Unclear) ? Terms.Judgement.Unclear : Terms.Judgement.Low;
    }

    private static bool AllDomainsJudged(RiskOfBiasAssessment assessment) =>
        Vocabulary.Get("risk-of-bias-domain").Terms
            .Where(term => term.Tool == assessment.Tool)
            .All(term => assessment.Domains.Any(domain => domain.Domain == term.Name));
}
