namespace Evidence.Catalogue.Rules;

/// <summary>An assessment keeps to the domains and the judgements of its own tool.</summary>
internal static class RiskOfBiasRules
{
    public static IEnumerable<Finding> Check(Study study) =>
    [
        .. Check(study.RiskOfBias, "/riskOfBias"),
        .. study.Outcomes.Index().SelectMany(item => Check(item.Item.RiskOfBias, $"/outcomes/{item.Index}/riskOfBias")),
    ];

    private static IEnumerable<Finding> Check(RiskOfBiasAssessment? bias, string at) => bias is null
        ? []
        :
        [
            .. Rule.Findings(Judgement($"{at}/overall", bias.Overall, bias.Tool)),
            .. bias.Domains.Index().SelectMany(item => Check(item.Item, $"{at}/domains/{item.Index}", bias.Tool)),
            .. Rule.NoRepeats(bias.Domains, judged => judged.Domain, i => $"{at}/domains/{i}/domain"),
        ];

    private static IEnumerable<Finding> Check(DomainJudgement judged, string at, string tool) => Rule.Findings(
        Domain($"{at}/domain", judged.Domain, tool),
        Judgement($"{at}/judgement", judged.Judgement, tool));

    /// <summary>A tool that is no term has a finding of its own, and no domains that these could be held against.</summary>
    private static Finding? Domain(string at, string domain, string tool)
    {
        string[] known = [.. Vocabulary.Get("risk-of-bias-domain").Terms.Where(term => term.Tool == tool).Select(term => term.Name)];
        return known.Length == 0 || known.Contains(domain) ? null : Finding.NotAmong(at, domain, $"domain of {tool}", known);
    }

    /// <summary>The first tool says "unclear" where the second says "some concerns" (Sterne et al. 2019, BMJ 366:l4898).</summary>
    private static Finding? Judgement(string at, string? judgement, string tool) => (tool, judgement) switch
    {
        ("rob-1", "some-concerns") => Finding.NotAmong(at, judgement, "judgement of rob-1", ["low", "unclear", "high"]),
        ("rob-2", "unclear") => Finding.NotAmong(at, judgement, "judgement of rob-2", ["low", "some-concerns", "high"]),
        _ => null,
    };
}
