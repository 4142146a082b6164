using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Choice;
using Evidence.Synthesis.MetaAnalysis;
using Evidence.Synthesis.Network;
using Evidence.Synthesis.Tests.Choice;

namespace Evidence.Synthesis.Tests.MetaAnalysis;

/// <summary>One question cannot keep the service busy for long, and what it does not get it is told.</summary>
public sealed class BoundedWorkTests
{
    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 0)]
    public void Above_two_hundred_effects_none_is_left_out_in_turn_and_a_note_says_so(int effects, int variants)
    {
        var analysis = PoolAnalysis.Analyze(PoolOf(effects), null, []);

        Assert.Null(analysis.Error);
        var result = analysis.Value!;
        Assert.Equal(effects, result.Effects);
        Assert.All([result.LeaveOneOut.Count, result.Cumulative.Count, result.Influence.Count], count => Assert.Equal(variants, count));
        Assert.Equal(variants == 0, result.Notes.Any(note => note.Contains("above 200", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_pool_of_more_than_two_thousand_effects_is_refused()
    {
        Assert.Null(PoolOf(2000).Validate([]));
        Assert.Contains("at most 2000", PoolOf(2001).Validate([])!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_more_than_a_hundred_effects_is_refused()
    {
        var rows = Enumerable.Range(0, 101).Select(i => SampleRows.Score($"study-{i}")).ToList();

        Assert.Null(NetworkAnalysis.Analyze(rows[1..], Question with { Model = PoolingModel.Common }, NetworkNode.Intervention).Error);
        Assert.Contains("at most 100", NetworkAnalysis.Analyze(rows, Question, NetworkNode.Intervention).Error!.Message, StringComparison.Ordinal);
    }

    private static PoolQuestion Question => new("depression-severity", PoolingModel.Random, Tau2Estimator.Dl, IntervalMethod.Wald, new ChoiceRules { Measure = EffectMeasure.Md });

    private static Pool PoolOf(int effects) =>
        Pool.Choose([.. Enumerable.Range(0, effects).Select(i => SampleRows.Score($"study-{i}").WithMeans((30, -10 + (i % 7), 8), (30, -6, 9)))], Question);
}
