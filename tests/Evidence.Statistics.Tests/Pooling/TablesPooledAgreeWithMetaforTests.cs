using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Pooling;

public class TablesPooledAgreeWithMetaforTests
{
    [Theory]
    [InlineData("OR")]
    [InlineData("RR")]
    [InlineData("RD")]
    [InlineData("PETO")]
    public void Mantel_Haenszel_and_Peto_agree(string measure)
    {
        foreach (var row in ReferenceTable.Read("tables-pooled").Where(row => row["measure"] == measure))
        {
            var pooled = Pool(measure, ReferenceData.Tables(row["set"]));
            Assert.True(pooled.IsSuccess, $"{row}: {pooled.Error}");
            Agreement.Near(row.Number("estimate"), pooled.Value.Estimate, Agreement.Closed, row, "estimate");
            Agreement.Near(row.Number("se"), pooled.Value.StandardError, Agreement.Closed, row, "standard error");
            Agreement.Near(row.Number("statistic"), pooled.Value.Test.Statistic, Agreement.Closed, row, "statistic");
            Agreement.Near(row.Number("p"), pooled.Value.Test.PValue, Agreement.Closed, row, "p");
            Agreement.Near(row.Number("lower"), pooled.Value.Interval.Lower, Agreement.Closed, row, "lower");
            Agreement.Near(row.Number("upper"), pooled.Value.Interval.Upper, Agreement.Closed, row, "upper");
            Agreement.Near(row.Number("weight1"), pooled.Value.Weights[0], Agreement.Closed, row, "first weight");
            if (row.Given("counted") > 1)
                Heterogeneity(row, pooled.Value);
        }
    }

    [Fact]
    public void Tables_in_which_nobody_has_the_event_have_no_weight_and_are_noted()
    {
        var pooled = PetoPooling.Pool(ReferenceData.Tables("zeros")).Value!;
        Assert.Equal(0, pooled.Weights[2]);
        Assert.Contains(Note.TablesWithoutInformation, pooled.Notes);
    }

    private static void Heterogeneity(ReferenceRow row, PooledEffect pooled)
    {
        Agreement.Near(row.Number("q"), pooled.Heterogeneity?.Test.Statistic, Agreement.Closed, row, "Q");
        Agreement.Near(row.Number("qp"), pooled.Heterogeneity?.Test.PValue, Agreement.Closed, row, "p of Q");
        Agreement.Near(row.Number("i2"), pooled.Heterogeneity?.ISquared, Agreement.Closed, row, "I²");
        Agreement.Near(row.Number("h2"), pooled.Heterogeneity?.HSquared, Agreement.Closed, row, "H²");
    }

    private static StatisticsResult<PooledEffect> Pool(string measure, IReadOnlyList<TwoByTwoTable> tables) => measure switch
    {
        "OR" => MantelHaenszelOddsRatio.Pool(tables),
        "RR" => MantelHaenszelRiskRatio.Pool(tables),
        "RD" => MantelHaenszelRiskDifference.Pool(tables),
        _ => PetoPooling.Pool(tables),
    };
}
