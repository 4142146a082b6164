using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Networks;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Networks;

public class NetworkMetaAnalysisTests
{
    private static readonly IReadOnlyList<ReferenceRow> Rows = ReferenceTable.Read("network");

    public static TheoryData<string> Sets => [.. Rows.Select(row => row["set"]).Distinct()];

    [Theory]
    [MemberData(nameof(Sets))]
    public void League_table_and_P_scores_agree_with_rma_mv(string set)
    {
        foreach (var rows in Rows.Where(row => row["set"] == set).GroupBy(row => row["method"]))
        {
            var result = NetworkMetaAnalysis.Fit(Studies(set), higherIsBetter: true, common: rows.Key == "EE");
            Assert.True(result.IsSuccess, $"{set}: {result.Error}");
            var tolerance = rows.Key == "EE" ? Agreement.Closed : Agreement.Iterative;
            foreach (var row in rows)
            {
                var comparison = result.Value.FindComparison(row["treatment"], row["comparator"]);
                Agreement.Near(row.Number("estimate"), comparison.Estimate, tolerance, row, "estimate");
                Agreement.Near(row.Number("se"), comparison.StandardError, tolerance, row, "standard error");
                Agreement.Near(row.Number("tau2"), result.Value.BetweenStudyVariance?.Value, tolerance, row, "τ²");
                Agreement.Near(row.Number("pscore"), result.Value.Ranking.Single(p => p.Treatment == row["treatment"]).Score, tolerance, row, "P-score");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Q_within_and_between_designs_agree_with_the_models_it_is_the_difference_of(string set)
    {
        var row = Rows.First(row => row["set"] == set);
        var inconsistency = NetworkMetaAnalysis.Fit(Studies(set), higherIsBetter: true).Value!.Inconsistency;
        Agreement.Near(row.Number("q"), inconsistency.Total?.Statistic, Agreement.Closed, row, "Q");
        Agreement.Near(row.Number("qp"), inconsistency.Total?.PValue, Agreement.Closed, row, "p of Q");
        Agreement.Near(row.Number("df"), inconsistency.Total?.DegreesOfFreedom, Agreement.Closed, row, "degrees of freedom");
        Agreement.Near(row.Number("qWithin"), inconsistency.WithinDesigns?.Statistic, Agreement.Closed, row, "Q within designs");
        Agreement.Near(row.Number("dfWithin"), inconsistency.WithinDesigns?.DegreesOfFreedom, Agreement.Closed, row, "its degrees of freedom");
        Assert.Equal(inconsistency.Total!.Statistic, inconsistency.WithinDesigns!.Statistic + inconsistency.BetweenDesigns!.Statistic, Agreement.Closed);
    }

    [Fact]
    public void Which_arm_is_the_baseline_does_not_matter()
    {
        var studies = Arms("senn2013");
        var forwards = NetworkMetaAnalysis.Fit([.. studies.Select(s => NetworkStudy.FromArms(s.Study, s.Arms))], higherIsBetter: false).Value!;
        var backwards = NetworkMetaAnalysis.Fit([.. studies.Select(s => NetworkStudy.FromArms(s.Study, [.. s.Arms.Reverse()]))], higherIsBetter: false).Value!;
        Assert.Equal(forwards.Ranking.Select(p => p.Treatment), backwards.Ranking.Select(p => p.Treatment));
        Assert.All(forwards.League.Zip(backwards.League), pair =>
        {
            Assert.Equal(pair.First.Estimate, pair.Second.Estimate, 1e-8);
            Assert.Equal(pair.First.StandardError, pair.Second.StandardError, 1e-8);
        });
    }

    [Fact]
    public void An_indirect_comparison_is_the_difference_of_two_direct_ones()
    {
        var network = NetworkMetaAnalysis.Fit(
            [
                NetworkStudy.FromContrast("one", "ketamine", "placebo", new EffectSize(-5, 1)),
                NetworkStudy.FromContrast("two", "midazolam", "placebo", new EffectSize(-2, 0.5)),
            ],
            higherIsBetter: false).Value!;
        var indirect = network.FindComparison("ketamine", "midazolam");
        Assert.Equal(-3, indirect.Estimate, 1e-10);
        Assert.Equal(Math.Sqrt(1.5), indirect.StandardError, 1e-10);
        Assert.Equal(0, indirect.DirectStudies);
        Assert.Equal("ketamine", network.Ranking[0].Treatment);
        Assert.Null(network.Inconsistency.BetweenDesigns);
        Assert.Null(network.BetweenStudyVariance);
    }

    [Fact]
    public void Treatments_that_nothing_connects_are_refused() => Assert.Equal(
        StatisticsErrorKind.NetworkNotConnected,
        NetworkMetaAnalysis.Fit(
            [
                NetworkStudy.FromContrast("one", "ketamine", "placebo", new EffectSize(-5, 1)),
                NetworkStudy.FromContrast("two", "ect", "sham", new EffectSize(-2, 0.5)),
            ],
            higherIsBetter: false).Error?.Kind);

    [Fact]
    public void A_treatment_in_two_arms_of_a_study_and_no_studies_at_all_are_refused()
    {
        var twice = NetworkStudy.FromContrast("one", "ketamine", "ketamine", new EffectSize(-5, 1));
        Assert.Equal(StatisticsErrorKind.InvalidInput, NetworkMetaAnalysis.Fit([twice], higherIsBetter: false).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.NoEffects, NetworkMetaAnalysis.Fit([], higherIsBetter: false).Error?.Kind);
    }

    private static List<NetworkStudy> Studies(string set) => [.. Arms(set).Select(study => NetworkStudy.FromArms(study.Study, study.Arms))];

    private static List<(string Study, IReadOnlyList<(string Treatment, EffectSize Arm)> Arms)> Arms(string set) =>
    [
        .. ReferenceTable.Read("network-arms").Where(row => row["set"] == set).GroupBy(row => row["study"]).Select(rows =>
            (rows.Key, (IReadOnlyList<(string, EffectSize)>)[.. rows.Select(row => (row["treatment"], new EffectSize(row.Given("yi"), row.Given("vi"))))])),
    ];
}
