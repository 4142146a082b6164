namespace Evidence.Catalogue.Tests.Rules;

public class RiskOfBiasRulesTests
{
    public static TheoryData<string, string, Func<RiskOfBiasAssessment, RiskOfBiasAssessment>> Broken => new()
    {
        { "/riskOfBias/domains/0/domain", "'random sequence' is no domain of rob-1; did you mean random sequence generation?", b => First(b, d => d with { Domain = "random sequence" }) },
        { "/riskOfBias/domains/0/domain", "'Random sequence generation' is no domain of rob-1; did you mean random sequence generation?", b => First(b, d => d with { Domain = "Random sequence generation" }) },
        { "/riskOfBias/domains/0/domain", "'bias due to missing outcome data' is no domain of rob-1", b => First(b, d => d with { Domain = "bias due to missing outcome data" }) },
        { "/riskOfBias/domains/1/domain", "'random sequence generation' stands at /riskOfBias/domains/0/domain already; expected it once", b => b with { Domains = [b.Domains[0], b.Domains[0]] } },
        { "/riskOfBias/domains/0/judgement", "'some-concerns' is no judgement of rob-1", b => First(b, d => d with { Judgement = "some-concerns" }) },
        { "/riskOfBias/overall", "'unclear' is no judgement of rob-2", b => b with { Tool = "rob-2", Overall = "unclear", Domains = [] } },
        { "/riskOfBias/tool", "'rob2' is no risk of bias tool; did you mean rob-2?", b => b with { Tool = "rob2" } },
        { "/riskOfBias/source/key", "'cochrane' is no key of this study's sources; did you mean cochrane-bipolar-2021?", b => b with { Source = b.Source! with { Key = "cochrane" } } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void An_assessment_keeps_to_its_tool(string pointer, string message, Func<RiskOfBiasAssessment, RiskOfBiasAssessment> change) =>
        RuleAssert.HasIssue(RealRecords.Crossover with { RiskOfBias = change(RealRecords.Crossover.RiskOfBias!) }, pointer, message);

    [Theory]
    [MemberData(nameof(Broken))]
    public void An_assessment_of_one_result_does_too(string pointer, string message, Func<RiskOfBiasAssessment, RiskOfBiasAssessment> change)
    {
        var study = RealRecords.Crossover.Outcome(1, o => o with { RiskOfBias = change(RealRecords.Crossover.RiskOfBias!) });
        RuleAssert.HasIssue(study, $"/outcomes/1{pointer}", message.Replace("/riskOfBias", "/outcomes/1/riskOfBias", StringComparison.Ordinal));
    }

    private static RiskOfBiasAssessment First(RiskOfBiasAssessment bias, Func<DomainJudgement, DomainJudgement> change) =>
        bias with { Domains = bias.Domains.At(0, change) };
}
