using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Sensitivity;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Sensitivity;

public class SensitivityAgreesWithMetaforTests
{
    [Fact]
    public void Leaving_out_each_effect_agrees()
    {
        foreach (var (row, result) in Each("leave-one-out", first => LeaveOneOut.Pool(Effects(first), ReferenceData.Options(first))))
        {
            var pooled = result.Value!;
            var tolerance = Agreement.SelectTolerance(row["method"]);
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
        foreach (var (row, result) in Each("cumulative", first => Cumulative.Pool(Effects(first), ReferenceData.Options(first))))
        {
            if (row["test"] == "knha" && row["row"] == "1")
            {
                // metafor falls back on the model's own variance without a word; a t distribution without degrees of freedom has
                // no interval.
                Assert.Equal(StatisticsErrorKind.TooFewEffects, result.Error?.Kind);
                continue;
            }

            var tolerance = Agreement.SelectTolerance(row["method"]);
            Agreement.Near(row.Number("estimate"), result.Value?.Estimate, tolerance, row, "estimate");
            Agreement.Near(row.Number("se"), result.Value?.StandardError, tolerance, row, "standard error");
            Agreement.Near(row.Number("tau2"), result.Value?.BetweenStudyVariance?.Value, tolerance, row, "τ²");
        }
    }

    [Fact]
    public void Influence_diagnostics_agree()
    {
        foreach (var (row, one) in Each("influence", first => Influence.Compute(Effects(first), ReferenceData.Options(first)).Value!))
        {
            var tolerance = Agreement.SelectTolerance(row["method"]);
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

    /// <summary>Pairs the rows of a table with the results for their effects; each group of rows is computed once.</summary>
    private static IEnumerable<(ReferenceRow Row, T Answer)> Each<T>(string table, Func<ReferenceRow, IReadOnlyList<T>> compute) =>
        ReferenceTable.Read(table).GroupBy(row => (row["set"], row["method"], row["test"])).SelectMany(rows =>
        {
            var results = compute(rows.First());
            return rows.Select(row => (row, results[(int)row.Given("row") - 1]));
        });

    private static IReadOnlyList<EffectSize> Effects(ReferenceRow row) => ReferenceData.Effects(row["set"]);
}
