using Evidence.Statistics.Moderators;
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
        var result = Subgroups.WithSeparateVariances(ReferenceData.Effects(set), labels, ReferenceData.Options(row)).Value!;
        var group = result.Groups.Single(each => each.Label == row["group"]);
        var tolerance = Agreement.Of(row["method"]);
        Agreement.Near(row.Number("separate"), group.Estimate, tolerance, row, "estimate");
        Agreement.Near(row.Number("separateSe"), group.StandardError, tolerance, row, "standard error");
        Agreement.Near(row.Number("separateQ"), result.BetweenGroupsTest.Statistic, tolerance, row, "Q between");
        Agreement.Near(row.Number("separateP"), result.BetweenGroupsTest.PValue, tolerance, row, "p of Q between");
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Groups_with_a_common_between_study_variance_agree(string set) => Each(set, (row, labels) =>
    {
        var result = Subgroups.WithCommonVariance(ReferenceData.Effects(set), labels, ReferenceData.Options(row)).Value!;
        var group = result.Groups.Single(each => each.Label == row["group"]);
        var tolerance = Agreement.Of(row["method"]);
        Agreement.Near(row.Number("common"), group.Estimate, tolerance, row, "estimate");
        Agreement.Near(row.Number("commonSe"), group.StandardError, tolerance, row, "standard error");
        Agreement.Near(row.Number("commonTau2"), result.CommonBetweenStudyVariance?.Value, tolerance, row, "τ²");
        Agreement.Near(row.Number("commonQ"), result.BetweenGroupsTest.Statistic, tolerance, row, "QM");
        Agreement.Near(row.Number("commonP"), result.BetweenGroupsTest.PValue, tolerance, row, "p of QM");
    });

    private static void Each(string set, Action<ReferenceRow, IReadOnlyList<string>> compare)
    {
        List<string> labels = [.. ReferenceData.Rows(set).Select(row => row["group"])];
        foreach (var row in Rows.Where(row => row["set"] == set))
            compare(row, labels);
    }
}
