using Evidence.Statistics.Fitting;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Pooling;

public class PooledEffectsAgreeWithMetaforTests
{
    private static readonly IReadOnlyList<ReferenceRow> Rows = ReferenceTable.Read("pooled");

    public static TheoryData<string> Sets => [.. Rows.Select(row => row["set"]).Distinct()];

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_pooled_effect_its_error_interval_and_test_agree(string set) => Each(set, (row, pooled, tolerance) =>
    {
        Agreement.Near(row.Number("estimate"), pooled.Estimate, tolerance, row, "estimate");
        Agreement.Near(row.Number("se"), pooled.StandardError, tolerance, row, "standard error");
        Agreement.Near(row.Number("statistic"), pooled.Test.Statistic, tolerance, row, "statistic");
        Agreement.Near(row.Number("p"), pooled.Test.PValue, tolerance, row, "p");
        Agreement.Near(row.Number("lower"), pooled.Interval.Lower, tolerance, row, "lower");
        Agreement.Near(row.Number("upper"), pooled.Interval.Upper, tolerance, row, "upper");
        Agreement.Near(row.Number("weight1"), pooled.Weights[0], tolerance, row, "first weight");
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Heterogeneity_and_its_intervals_agree(string set) => Each(set, (row, pooled, tolerance) =>
    {
        Agreement.Near(row.Number("tau2"), pooled.BetweenStudyVariance?.Value, tolerance, row, "τ²");
        Agreement.Near(row.Number("seTau2"), pooled.BetweenStudyVariance?.StandardError, tolerance, row, "SE of τ²");
        Agreement.Near(row.Number("q"), pooled.Heterogeneity?.Test.Statistic, Agreement.Closed, row, "Q");
        Agreement.Near(row.Number("qp"), pooled.Heterogeneity?.Test.PValue, Agreement.Closed, row, "p of Q");
        Agreement.Near(row.Number("i2"), pooled.Heterogeneity?.ISquared, tolerance, row, "I²");
        Agreement.Near(row.Number("h2"), pooled.Heterogeneity?.HSquared, tolerance, row, "H²");
        Near(row, "tau2", pooled.Heterogeneity?.Intervals?.BetweenStudyVariance);
        Near(row, "i2", pooled.Heterogeneity?.Intervals?.ISquared);
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Both_prediction_intervals_agree(string set)
    {
        Each(set, (row, pooled, _) => Near(row, "pi", pooled.PredictionInterval), PredictionMethod.LikeConfidenceInterval);
        Each(set, (row, pooled, _) => Near(row, "riley", pooled.PredictionInterval), PredictionMethod.TwoFewerThanEffects);
    }

    private static void Near(ReferenceRow row, string name, Interval? interval)
    {
        Agreement.Near(row.Number(name + "Lower"), interval?.Lower, Agreement.Iterative, row, name + " lower");
        Agreement.Near(row.Number(name + "Upper"), interval?.Upper, Agreement.Iterative, row, name + " upper");
    }

    private static void Each(
        string set, Action<ReferenceRow, PooledEffect, double> compare, PredictionMethod prediction = PredictionMethod.TwoFewerThanEffects)
    {
        var effects = ReferenceData.Effects(set);
        foreach (var row in Rows.Where(row => row["set"] == set))
        {
            var pooled = RandomEffects.Pool(effects, ReferenceData.Options(row["method"], row["test"], prediction));
            Assert.True(pooled.IsSuccess, $"{row}: {pooled.Error}");
            compare(row, pooled.Value, Agreement.SelectTolerance(row["method"]));
        }
    }
}
