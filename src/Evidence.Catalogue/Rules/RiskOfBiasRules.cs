using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that an assessment keeps to the domains and the judgements of its own tool.</summary>
internal static class RiskOfBiasRules
{
    private static readonly string[] JudgementsOfRob1 = [Terms.Judgement.Low, Terms.Judgement.Unclear, Terms.Judgement.High];
    private static readonly string[] JudgementsOfRob2 = [Terms.Judgement.Low, Terms.Judgement.SomeConcerns, Terms.Judgement.High];

    public static IEnumerable<ValidationIssue> Check(Study study) =>
    [
        .. Check(study.RiskOfBias, "/riskOfBias"),
        .. study.Outcomes.Index().SelectMany(item => Check(item.Item.RiskOfBias, $"/outcomes/{item.Index}/riskOfBias")),
    ];

    private static IEnumerable<ValidationIssue> Check(RiskOfBiasAssessment? bias, string at) => bias is null
        ? []
        :
        [
            .. Rule.Issues(CheckJudgement($"{at}/overall", bias.Overall, bias.Tool)),
            .. bias.Domains.Index().SelectMany(item => Check(item.Item, $"{at}/domains/{item.Index}", bias.Tool)),
            .. Rule.NoRepeats(bias.Domains, judged => judged.Domain, i => $"{at}/domains/{i}/domain"),
        ];

    private static IEnumerable<ValidationIssue> Check(DomainJudgement judged, string at, string tool) => Rule.Issues(
        CheckDomain($"{at}/domain", judged.Domain, tool),
        CheckJudgement($"{at}/judgement", judged.Judgement, tool));

    /// <summary>Checks that the tool has the domain. A tool that is no term has an issue of its own, and no domains to compare with.</summary>
    private static ValidationIssue? CheckDomain(string at, string domain, string tool)
    {
        string[] known = [.. Vocabulary.Get("risk-of-bias-domain").Terms.Where(term => term.Tool == tool).Select(term => term.Name)];
        return known.Length == 0 || known.Contains(domain) ? null : ValidationIssue.NotAmong(at, domain, $"domain of {tool}", known);
    }

    /// <summary>Checks that the tool has the judgement. The first tool says "unclear" where the second says "some concerns" (Sterne et al. 2019, BMJ 366:l4898).</summary>
    private static ValidationIssue? CheckJudgement(string at, string? judgement, string tool) => TermConverter.Find<RiskOfBiasTool>(tool) switch
    {
        RiskOfBiasTool.Rob1 => judgement == Terms.Judgement.SomeConcerns ? ValidationIssue.NotAmong(at, judgement, "judgement of rob-1", JudgementsOfRob1) : null,
        RiskOfBiasTool.Rob2 => judgement == Terms.Judgement.Unclear ? ValidationIssue.NotAmong(at, judgement, "judgement of rob-2", JudgementsOfRob2) : null,
        RiskOfBiasTool.RobinsI or null => null,
    };
}
