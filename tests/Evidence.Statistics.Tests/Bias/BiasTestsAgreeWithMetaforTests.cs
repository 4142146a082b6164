using Evidence.Statistics.Bias;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Bias;

public class BiasTestsAgreeWithMetaforTests
{
    [Fact]
    public void Eggers_classical_test_agrees_with_regtest_lm()
    {
        foreach (var row in ReferenceTable.Read("bias"))
            Compare(row, "classical", EggerTest.ComputeClassical(ReferenceData.Effects(row["set"])), Agreement.Closed);
    }

    [Fact]
    public void Eggers_random_effects_test_agrees_with_regtest_rma()
    {
        foreach (var row in ReferenceTable.Read("bias"))
            Compare(row, "random", EggerTest.ComputeRandomEffects(ReferenceData.Effects(row["set"])), Agreement.Iterative);
    }

    [Fact]
    public void Beggs_test_agrees_with_ranktest()
    {
        foreach (var row in ReferenceTable.Read("bias"))
        {
            var result = BeggTest.Compute(ReferenceData.Effects(row["set"])).Value!;
            Agreement.Near(row.Number("kendall"), result.Correlation, Agreement.Closed, row, "Kendall's τ");
            Agreement.Near(row.Number("kendallP"), result.Test.PValue, Agreement.Closed, row, "p");
            Assert.Equal(row["ties"] == "TRUE", result.Notes.Contains(Note.ApproximatePValue));
        }
    }

    [Fact]
    public void Trim_and_fill_agrees_with_trimfill()
    {
        foreach (var row in ReferenceTable.Read("trim-and-fill"))
        {
            var result = TrimAndFill.Compute(ReferenceData.Effects(row["set"]), ReferenceData.Options(row["method"], "z"), Enum.Parse<MissingCountEstimator>(row["estimator"]));
            Assert.True(result.IsSuccess, $"{row}: {result.Error}");
            Assert.Equal((int)row.Given("missing"), result.Value.MissingCount);
            Assert.Equal(row["side"], result.Value.Side == FunnelSide.Left ? "left" : "right");
            Agreement.Near(row.Number("seMissing"), result.Value.MissingCountStandardError, Agreement.Closed, row, "SE of the number missing");
            Agreement.Near(row.Number("estimate"), result.Value.Pooled.Estimate, Agreement.Closed, row, "estimate");
            Agreement.Near(row.Number("se"), result.Value.Pooled.StandardError, Agreement.Closed, row, "standard error");
            Agreement.Near(row.Number("tau2"), result.Value.Pooled.BetweenStudyVariance?.Value, Agreement.Closed, row, "τ²");
        }
    }

    private static void Compare(ReferenceRow row, string version, StatisticsResult<AsymmetryTest> result, double tolerance)
    {
        Assert.True(result.IsSuccess, $"{row}: {result.Error}");
        Agreement.Near(row.Number(version), result.Value.Test.Statistic, tolerance, row, "statistic");
        Agreement.Near(row.Number(version + "P"), result.Value.Test.PValue, tolerance, row, "p");
        Agreement.Near(row.Number(version + "Limit"), result.Value.LimitEstimate, tolerance, row, "limit estimate");
        Agreement.Near(row.Number(version + "Lower"), result.Value.LimitInterval.Lower, tolerance, row, "lower");
        Agreement.Near(row.Number(version + "Upper"), result.Value.LimitInterval.Upper, tolerance, row, "upper");
    }
}
