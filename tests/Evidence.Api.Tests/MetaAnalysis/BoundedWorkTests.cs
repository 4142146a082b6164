using Evidence.Api.Hosting.Selection;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.MetaAnalysis.Choice;
using Evidence.Api.Network;
using Evidence.Api.Tests.MetaAnalysis.Choice;

namespace Evidence.Api.Tests.MetaAnalysis;

/// <summary>One question cannot keep the service busy for long, and what it does not get it is told.</summary>
public sealed class BoundedWorkTests
{
    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 0)]
    public void Above_two_hundred_effects_none_is_left_out_in_turn_and_a_remark_says_so(int effects, int variants)
    {
        var (result, problem) = PoolAnalysis.Of(PoolOf(effects), null, []);

        Assert.Null(problem);
        Assert.Equal(effects, result!.Effects);
        Assert.All([result.LeaveOneOut.Count, result.Cumulative.Count, result.Influence.Count], count => Assert.Equal(variants, count));
        Assert.Equal(variants == 0, result.Remarks.Any(remark => remark.Contains("above 200", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_pool_of_more_than_two_thousand_effects_is_refused()
    {
        Assert.Null(PoolOf(2000).Fault([]));
        Assert.Contains("at most 2000", PoolOf(2001).Fault([])!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_more_than_a_hundred_effects_is_refused()
    {
        var rows = Enumerable.Range(0, 101).Select(i => SampleRows.Score($"study-{i}")).ToList();

        Assert.Null(NetworkAnalysis.Of(rows[1..], Question with { Model = "common" }, "intervention").Problem);
        Assert.Contains("at most 100", NetworkAnalysis.Of(rows, Question, "intervention").Problem!.Detail, StringComparison.Ordinal);
    }

    private static PoolQuestion Question => new("depression-severity", "random", "dl", "wald", new ChoiceRules { Measure = "md" }, QueryValues.None);

    private static Pool PoolOf(int effects) =>
        Pool.Of([.. Enumerable.Range(0, effects).Select(i => SampleRows.Score($"study-{i}").WithMeans((30, -10 + (i % 7), 8), (30, -6, 9)))], Question);
}
