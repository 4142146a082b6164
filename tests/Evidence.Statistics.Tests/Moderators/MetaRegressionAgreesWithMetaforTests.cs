using Evidence.Statistics.Moderators;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Moderators;

public class MetaRegressionAgreesWithMetaforTests
{
    private static readonly IReadOnlyList<ReferenceRow> Rows = ReferenceTable.Read("regressions");

    public static TheoryData<string> Models => [.. Rows.Select(row => $"{row["set"]}: {row["mods"]}").Distinct()];

    [Theory]
    [MemberData(nameof(Models))]
    public void Coefficients_heterogeneity_and_the_test_of_moderators_agree(string model)
    {
        var (set, mods) = (model.Split(": ")[0], model.Split(": ")[1]);
        var data = ReferenceData.Rows(set);
        List<ModeratorValues> moderators = [.. mods.Split('+').Select(name => new ModeratorValues(name, [.. data.Select(row => row.Given(name))]))];
        foreach (var row in Rows.Where(row => row["set"] == set && row["mods"] == mods))
        {
            var result = MetaRegression.Fit(ReferenceData.Effects(set), moderators, ReferenceData.Options(row));
            Assert.True(result.IsSuccess, $"{row}: {result.Error}");
            Compare(row, result.Value, Agreement.SelectTolerance(row["method"]));
        }
    }

    [Fact]
    public void Labels_become_a_column_for_each_but_the_first() => Assert.Equal(
        [("route: oral", "0 1 0 0"), ("route: nasal", "0 0 0 1")],
        ModeratorValues.FromLabels("route", ["iv", "oral", "iv", "nasal"]).Select(column => (column.Name, string.Join(' ', column.Values))));

    private static void Compare(ReferenceRow row, RegressionResult result, double tolerance)
    {
        var coefficient = result.Coefficients[(int)row.Given("term") - 1];
        Agreement.Near(row.Number("estimate"), coefficient.Estimate, tolerance, row, "coefficient");
        Agreement.Near(row.Number("se"), coefficient.StandardError, tolerance, row, "standard error");
        Agreement.Near(row.Number("p"), coefficient.Test.PValue, tolerance, row, "p");
        Agreement.Near(row.Number("lower"), coefficient.Interval.Lower, tolerance, row, "lower");
        Agreement.Near(row.Number("upper"), coefficient.Interval.Upper, tolerance, row, "upper");
        Agreement.Near(row.Number("tau2"), result.BetweenStudyVariance?.Value, tolerance, row, "τ²");
        Agreement.Near(row.Number("seTau2"), result.BetweenStudyVariance?.StandardError, tolerance, row, "SE of τ²");
        Agreement.Near(row.Number("qm"), result.ModeratorsTest.Statistic, tolerance, row, "QM");
        Agreement.Near(row.Number("qmp"), result.ModeratorsTest.PValue, tolerance, row, "p of QM");
        Agreement.Near(row.Number("qe"), result.ResidualHeterogeneity?.Test.Statistic, Agreement.Closed, row, "QE");
        Agreement.Near(row.Number("qep"), result.ResidualHeterogeneity?.Test.PValue, Agreement.Closed, row, "p of QE");
        Agreement.Near(row.Number("i2"), result.ResidualHeterogeneity?.ISquared, tolerance, row, "I²");
        // Where there is no between-study variance to explain, metafor reports a share of zero; here the share is
        // absent.
        if (result.ExplainedPercent is null)
            Assert.True(row.Number("r2") is null or 0, $"{row}: the share explained is absent");
        else
            Agreement.Near(row.Number("r2"), result.ExplainedPercent, tolerance, row, "R²");
    }
}
