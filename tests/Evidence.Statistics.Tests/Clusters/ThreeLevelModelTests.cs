using Evidence.Statistics.Clusters;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Clusters;

public class ThreeLevelModelTests
{
    private static readonly IReadOnlyList<ReferenceRow> Rows = ReferenceTable.Read("three-level");

    public static TheoryData<string> Sets => [.. Rows.Select(row => row["set"]).Distinct()];

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_model_agrees_with_rma_mv_and_its_robust_errors_with_clubSandwich(string set)
    {
        foreach (var row in Rows.Where(row => row["set"] == set))
        {
            var result = Fit(set, row["mods"] == "x1", row["method"] == "REML");
            Assert.True(result.IsSuccess, $"{row}: {result.Error}");
            var (model, robust) = (result.Value.Coefficients[Term(row)], result.Value.RobustCoefficients[Term(row)]);
            Agreement.Near(row.Number("between"), result.Value.Components.BetweenClusters, Agreement.Iterative, row, "variance between clusters");
            Agreement.Near(row.Number("within"), result.Value.Components.WithinClusters, Agreement.Iterative, row, "variance within clusters");
            Agreement.Near(row.Number("estimate"), model.Estimate, Agreement.Iterative, row, "coefficient");
            Agreement.Near(row.Number("se"), model.StandardError, Agreement.Iterative, row, "standard error");
            Agreement.Near(row.Number("p"), model.Test.PValue, Agreement.Iterative, row, "p");
            Agreement.Near(row.Number("robustSe"), robust.StandardError, Agreement.Iterative, row, "robust standard error");
            Agreement.Near(row.Number("robustDf"), robust.Test.DegreesOfFreedom, Agreement.Iterative, row, "degrees of freedom");
            Agreement.Near(row.Number("robustP"), robust.Test.PValue, Agreement.Iterative, row, "robust p");
        }
    }

    [Fact]
    public void Where_each_effect_is_its_own_cluster_it_is_the_random_effects_model()
    {
        var effects = ReferenceData.Effects("bcg-RR");
        var result = ThreeLevelModel.Fit(effects, [.. effects.Select((_, i) => $"{i}")]).Value!;
        var pooled = Statistics.Pooling.RandomEffects.Pool(effects).Value!;
        Assert.Equal(pooled.Estimate, result.Coefficients[0].Estimate, Agreement.Iterative);
        Assert.Equal(pooled.BetweenStudyVariance!.Value, result.Components.BetweenClusters + result.Components.WithinClusters, Agreement.Iterative);
    }

    [Fact]
    public void One_cluster_is_refused() =>
        Assert.Equal(StatisticsErrorKind.TooFewEffects, ThreeLevelModel.Fit([new(1, 1), new(2, 1)], ["a", "a"]).Error?.Kind);

    [Fact]
    public void Equal_effects_leave_nothing_to_make_a_robust_variance_of() =>
        Assert.Equal(StatisticsErrorKind.NoScatter, ThreeLevelModel.Fit([new(0, 1), new(0, 2), new(0, 1), new(0, 3)], ["a", "a", "b", "c"]).Error?.Kind);

    private static StatisticsResult<ThreeLevelResult> Fit(string set, bool withModerator, bool restricted)
    {
        List<ReferenceRow> data = [.. ReferenceTable.Read("clustered-effects").Where(row => row["set"] == set)];
        return ThreeLevelModel.Fit(
            [.. data.Select(row => new EffectSize(row.Given("yi"), row.Given("vi")))],
            [.. data.Select(row => row["cluster"])],
            withModerator ? [new ModeratorValues("x1", [.. data.Select(row => row.Given("x1"))])] : [],
            restricted);
    }

    private static int Term(ReferenceRow row) => (int)row.Given("term") - 1;
}
