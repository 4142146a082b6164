using Evidence.Statistics.Bias;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Bias;

public class BiasTestsAgreeWithMetaforTests
{
    [Fact]
    public void Eggers_classical_test_agrees_with_regtest_lm()
    {
        foreach (var row in ReferenceTable.Read("bias"))
            Compare(row, "classical", EggerTest.Classical(ReferenceData.Effects(row["set"])), Agreement.Closed);
    }

    [Fact]
    public void Eggers_random_effects_test_agrees_with_regtest_rma()
    {
        foreach (var row in ReferenceTable.Read("bias"))
            Compare(row, "random", EggerTest.RandomEffects(ReferenceData.Effects(row["set"])), Agreement.Iterative);
    }

    [Fact]
    public void Beggs_test_agrees_with_ranktest()
    {
        foreach (var row in ReferenceTable.Read("bias"))
        {
            var result = BeggTest.Of(ReferenceData.Effects(row["set"])).Value!;
            Agreement.Near(row.Number("kendall"), result.Correlation, Agreement.Closed, row, "Kendall's τ");
            Agreement.Near(row.Number("kendallP"), result.Test.PValue, Agreement.Closed, row, "p");
            Assert.Equal(row["ties"] == "TRUE", result.Remarks.Contains(Remark.ApproximatePValue));
        }
    }

    [Fact]
    public void Trim_and_fill_agrees_with_trimfill()
    {
        foreach (var row in ReferenceTable.Read("trim-and-fill"))
        {
            var answer = TrimAndFill.Of(ReferenceData.Effects(row["set"]), ReferenceData.Options(row["method"], "z"), Enum.Parse<MissingCountEstimator>(row["estimator"]));
            Assert.True(answer.IsAnswered, $"{row}: {answer.Refusal}");
            Assert.Equal((int)row.Given("missing"), answer.Value.MissingCount);
            Assert.Equal(row["side"], answer.Value.Side == FunnelSide.Left ? "left" : "right");
            Agreement.Near(row.Number("seMissing"), answer.Value.MissingCountStandardError, Agreement.Closed, row, "SE of the number missing");
            Agreement.Near(row.Number("estimate"), answer.Value.Pooled.Estimate, Agreement.Closed, row, "estimate");
            Agreement.Near(row.Number("se"), answer.Value.Pooled.StandardError, Agreement.Closed, row, "standard error");
            Agreement.Near(row.Number("tau2"), answer.Value.Pooled.BetweenStudyVariance?.Value, Agreement.Closed, row, "τ²");
        }
    }

    private static void Compare(ReferenceRow row, string version, Answer<AsymmetryTest> answer, double tolerance)
    {
        Assert.True(answer.IsAnswered, $"{row}: {answer.Refusal}");
        Agreement.Near(row.Number(version), answer.Value.Test.Statistic, tolerance, row, "statistic");
        Agreement.Near(row.Number(version + "P"), answer.Value.Test.PValue, tolerance, row, "p");
        Agreement.Near(row.Number(version + "Limit"), answer.Value.LimitEstimate, tolerance, row, "limit estimate");
        Agreement.Near(row.Number(version + "Lower"), answer.Value.LimitInterval.Lower, tolerance, row, "lower");
        Agreement.Near(row.Number(version + "Upper"), answer.Value.LimitInterval.Upper, tolerance, row, "upper");
    }
}
