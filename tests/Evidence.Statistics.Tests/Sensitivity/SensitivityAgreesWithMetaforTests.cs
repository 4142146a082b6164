using Evidence.Statistics.Sensitivity;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Sensitivity;

public class SensitivityAgreesWithMetaforTests
{
    [Fact]
    public void Leaving_out_each_effect_agrees()
    {
        foreach (var row in ReferenceTable.Read("leave-one-out"))
        {
            var pooled = LeaveOneOut.Pool(ReferenceData.Effects(row["set"]), ReferenceData.Options(row))[Index(row)].Value!;
            var tolerance = Agreement.Of(row["method"]);
            Agreement.Near(row.Number("estimate"), pooled.Estimate, tolerance, row, "estimate");
            Agreement.Near(row.Number("se"), pooled.StandardError, tolerance, row, "standard error");
            Agreement.Near(row.Number("lower"), pooled.Interval.Lower, tolerance, row, "lower");
            Agreement.Near(row.Number("upper"), pooled.Interval.Upper, tolerance, row, "upper");
            Agreement.Near(row.Number("q"), pooled.Heterogeneity?.Test.Statistic, Agreement.Closed, row, "Q");
            Agreement.Near(row.Number("tau2"), pooled.BetweenStudyVariance?.Value, tolerance, row, "τ²");
        }
    }

    [Fact]
    public void The_growing_pool_agrees()
    {
        foreach (var row in ReferenceTable.Read("cumulative"))
        {
            var answer = Cumulative.Pool(ReferenceData.Effects(row["set"]), ReferenceData.Options(row))[Index(row)];
            if (row["test"] == "knha" && row["row"] == "1")
            {
                // metafor falls back on the model's own variance without a word; a t distribution without degrees of freedom has no interval.
                Assert.Equal(RefusalReason.TooFewEffects, answer.Refusal?.Reason);
                continue;
            }

            var tolerance = Agreement.Of(row["method"]);
            Agreement.Near(row.Number("estimate"), answer.Value?.Estimate, tolerance, row, "estimate");
            Agreement.Near(row.Number("se"), answer.Value?.StandardError, tolerance, row, "standard error");
            Agreement.Near(row.Number("tau2"), answer.Value?.BetweenStudyVariance?.Value, tolerance, row, "τ²");
        }
    }

    [Fact]
    public void Influence_diagnostics_agree()
    {
        foreach (var row in ReferenceTable.Read("influence"))
        {
            var one = Influence.Of(ReferenceData.Effects(row["set"]), ReferenceData.Options(row)).Value![Index(row)];
            var tolerance = Agreement.Of(row["method"]);
            Agreement.Near(row.Number("rstudent"), one.StudentizedResidual, tolerance, row, "studentized residual");
            Agreement.Near(row.Number("dffits"), one.FitChange, tolerance, row, "DFFITS");
            Agreement.Near(row.Number("cook"), one.CooksDistance, tolerance, row, "Cook's distance");
            Agreement.Near(row.Number("cov"), one.CovarianceRatio, tolerance, row, "covariance ratio");
            Agreement.Near(row.Number("tau2"), one.BetweenStudyVarianceWithout, tolerance, row, "τ² without");
            Agreement.Near(row.Number("q"), one.HeterogeneityWithout, Agreement.Closed, row, "Q without");
            Agreement.Near(row.Number("hat"), one.Leverage, tolerance, row, "leverage");
            Agreement.Near(row.Number("dfbetas"), one.StudentizedChange, tolerance, row, "DFBETAS");
            Assert.Equal(row["influential"] == "TRUE", one.IsInfluential);
        }
    }

    private static int Index(ReferenceRow row) => (int)row.Given("row") - 1;
}
