using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Normand SLT. Tutorial in biostatistics. Meta-analysis: formulating, evaluating, combining, and reporting. Stat Med.
/// 1999;18(3):321-359.
/// </summary>
public class Normand1999Tests
{
    [Fact]
    public void Table_III_page_330_risk_differences_after_lidocaine_in_percent()
    {
        var effects = Lidocaine();
        string[] differences = ["2.8026", "0.0000", "1.9711", "1.7961", "3.5334", "4.4031"];
        string[] variances = ["17.7575", "37.5657", "8.1323", "10.8998", "8.0114", "6.1320"];
        for (var i = 0; i < effects.Count; i++)
        {
            PrintedFigure.AssertEqual(differences[i], effects[i].Estimate);
            PrintedFigure.AssertEqual(variances[i], effects[i].Variance);
        }
    }

    [Theory]
    [InlineData(BetweenStudyVarianceEstimator.None)]
    [InlineData(BetweenStudyVarianceEstimator.DerSimonianLaird)]
    [InlineData(BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood)]
    public void Table_VII_page_349_all_models_give_one_answer_as_there_is_no_heterogeneity(BetweenStudyVarianceEstimator estimator)
    {
        var pooled = RandomEffects.Pool(Lidocaine(), new ModelOptions { Estimator = estimator }).Value!;
        PrintedFigure.AssertEqual("2.94", pooled.Estimate);
        PrintedFigure.AssertEqual(("0.4", "5.5"), pooled.Interval);
        Assert.Equal(0, pooled.BetweenStudyVariance?.Value ?? 0);
    }

    [Fact]
    public void Table_IX_page_352_length_of_stay()
    {
        var common = CommonEffect.Pool(LengthOfStay()).Value!;
        PrintedFigure.AssertEqual("-3.49", common.Estimate);
        PrintedFigure.AssertEqual(("-5.03", "-1.96"), common.Interval);

        var dl = RandomEffects.Pool(LengthOfStay(), new ModelOptions { Estimator = BetweenStudyVarianceEstimator.DerSimonianLaird }).Value!;
        PrintedFigure.AssertEqual("-14.10", dl.Estimate);
        PrintedFigure.AssertEqual(("-24.45", "-3.75"), dl.Interval);
        PrintedFigure.AssertEqual("218.72", dl.BetweenStudyVariance?.Value);

        var reml = RandomEffects.Pool(LengthOfStay()).Value!;
        PrintedFigure.AssertEqual("-15.12", reml.Estimate);
        PrintedFigure.AssertEqual(("-32.67", "2.43"), reml.Interval);
        PrintedFigure.AssertEqual("685.20", reml.BetweenStudyVariance?.Value);
    }

    private static List<EffectSize> Lidocaine() =>
        [.. ReferenceData.Tables("hine1989").Select(table => RiskDifference.Compute(table).Value!).Select(e => new EffectSize(100 * e.Estimate, 1e4 * e.Variance))];

    /// <summary>The paper pools the standard deviations of both arms.</summary>
    private static List<EffectSize> LengthOfStay() =>
    [
        .. ReferenceData.Arms("normand1999").Select(arms =>
        {
            var within = MeasuredArm.PooledStandardDeviation(arms.First, arms.Second);
            return MeanDifference.Compute(arms.First with { StandardDeviation = within }, arms.Second with { StandardDeviation = within }).Value!;
        }),
    ];
}
