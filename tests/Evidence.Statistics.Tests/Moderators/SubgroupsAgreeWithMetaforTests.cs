using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Moderators;

public class SubgroupsAgreeWithMetaforTests
{
    private static readonly IReadOnlyList<ReferenceRow> Rows = ReferenceTable.Read("subgroups");

    public static TheoryData<string> Sets => [.. Rows.Select(row => row["set"]).Distinct()];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Groups_with_separate_between_study_variances_agree(string set) => Each(set, (row, labels) =>
    {
        var result = Subgroups.PoolWithSeparateVariances(ReferenceData.Effects(set), labels, ReferenceData.Options(row)).Value!;
        var group = result.Groups.Single(each => each.Label == row["group"]);
        var tolerance = Agreement.SelectTolerance(row["method"]);
        Agreement.Near(row.Number("separate"), group.Estimate, tolerance, row, "estimate");
        Agreement.Near(row.Number("separateSe"), group.StandardError, tolerance, row, "standard error");
        Agreement.Near(row.Number("separateQ"), result.BetweenGroupsTest.Statistic, tolerance, row, "Q between");
        Agreement.Near(row.Number("separateP"), result.BetweenGroupsTest.PValue, tolerance, row, "p of Q between");
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Groups_with_a_common_between_study_variance_agree(string set) => Each(set, (row, labels) =>
    {
        var result = Subgroups.PoolWithCommonVariance(ReferenceData.Effects(set), labels, ReferenceData.Options(row)).Value!;
        var group = result.Groups.Single(each => each.Label == row["group"]);
        var tolerance = Agreement.SelectTolerance(row["method"]);
        Agreement.Near(row.Number("common"), group.Estimate, tolerance, row, "estimate");
        Agreement.Near(row.Number("commonSe"), group.StandardError, tolerance, row, "standard error");
        Agreement.Near(row.Number("commonTau2"), result.CommonBetweenStudyVariance?.Value, tolerance, row, "τ²");
        Agreement.Near(row.Number("commonQ"), result.BetweenGroupsTest.Statistic, tolerance, row, "QM");
        Agreement.Near(row.Number("commonP"), result.BetweenGroupsTest.PValue, tolerance, row, "p of QM");
    });

    [Fact]
    public void A_group_of_one_effect_has_its_own_interval_on_the_normal_distribution_beside_groups_on_Student_s_t()
    {
        EffectSize[] effects = [new(-0.4, 0.02), new(-0.1, 0.03), new(0.2, 0.05)];
        var options = new ModelOptions { Interval = ConfidenceIntervalMethod.HartungKnapp };
        var result = Subgroups.PoolWithSeparateVariances(effects, ["two", "two", "one"], options).Value!;
        var (two, one) = (result.Groups[0], result.Groups[1]);

        Assert.Equal(RandomEffects.Pool(effects[..2], options).Value!.Interval, two.Interval);
        Assert.Equal(effects[2].Estimate, one.Estimate, 1e-12);
        Assert.Equal(effects[2].ComputeConfidenceInterval().Lower, one.Interval.Lower, 1e-12);
        Assert.Equal(effects[2].ComputeConfidenceInterval().Upper, one.Interval.Upper, 1e-12);
        Assert.Contains(Note.SingleEffect, one.Pooled!.Notes);
        var weights = new[] { 1 / (two.StandardError * two.StandardError), 1 / (one.StandardError * one.StandardError) };
        var mean = (weights[0] * two.Estimate + weights[1] * one.Estimate) / weights.Sum();
        Assert.Equal(
            weights[0] * (two.Estimate - mean) * (two.Estimate - mean) + weights[1] * (one.Estimate - mean) * (one.Estimate - mean),
            result.BetweenGroupsTest.Statistic,
            1e-12);
    }

    private static void Each(string set, Action<ReferenceRow, IReadOnlyList<string>> compare)
    {
        List<string> labels = [.. ReferenceData.Rows(set).Select(row => row["group"])];
        foreach (var row in Rows.Where(row => row["set"] == set))
            compare(row, labels);
    }
}
