using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.RiskOfBias;

/// <summary>What robvis counts on (read in its source, and tried with it): a study, the domains in order, the overall judgement, a numeric weight.</summary>
[Trait("Lane", "fast")]
public sealed class RobvisColumnsTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    [Fact]
    public async Task A_table_of_RoB_1_has_the_domains_for_names_and_a_weight_behind_the_overall_judgement()
    {
        var lines = (await service.Client.TextAsync("/v1/risk-of-bias.csv?tool=rob-1&study=hu-2016,lapidus-2014")).Split('\n');
        Assert.Equal(
            "Study,Random sequence generation,Allocation concealment,Blinding of participants and personnel,Blinding of outcome assessment,"
            + "Incomplete outcome data,Selective reporting,Other bias,Overall,Weight",
            lines[0]);
        // Four domains of Hu 2016 were not read: they are empty, not "No information", and robvis draws them as NA. Any of them may be high,
        // so there is no overall judgement either.
        Assert.Equal("Hu 2016,Unclear,Unclear,Unclear,,,,,,1", lines[1]);
        Assert.Equal("Lapidus 2014,Low,Low,Low,Low,Low,Unclear,Low,Unclear,1", lines[2]);
    }

    [Theory]
    [InlineData("rob-2", "Study,D1,D2,D3,D4,D5,Overall\n")]
    [InlineData("robins-i", "Study,D1,D2,D3,D4,D5,D6,D7,Overall\n")]
    public async Task A_table_of_another_tool_has_the_very_number_of_columns_that_robvis_expects(string tool, string header) =>
        Assert.Equal(header, await service.Client.TextAsync("/v1/risk-of-bias.csv?tool=" + tool));

    [Fact]
    public async Task Cells_are_words_that_robvis_tells_apart()
    {
        var csv = await service.Client.TextAsync("/v1/risk-of-bias.csv");
        var judgements = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SelectMany(line => line.Split(',')[1..^1]).Distinct();
        Assert.Subset(new HashSet<string> { "", "Low", "Unclear", "Some concerns", "High" }, judgements.ToHashSet());
    }
}
