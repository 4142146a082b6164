using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Raudenbush SW. Analyzing effect sizes: random-effects models. In: Cooper H, Hedges LV, Valentine JC, editors.
/// The handbook of research synthesis and meta-analysis. 2nd ed. New York: Russell Sage Foundation; 2009:295-315.
/// </summary>
public class Raudenbush2009Tests
{
    [Theory]
    [InlineData(BetweenStudyVarianceEstimator.None, "0.060", "0.036", "-0.011", "0.132")]
    [InlineData(BetweenStudyVarianceEstimator.MaximumLikelihood, "0.078", "0.047", "-0.015", "0.171")]
    [InlineData(BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, "0.084", "0.052", "-0.018", "0.185")]
    [InlineData(BetweenStudyVarianceEstimator.DerSimonianLaird, "0.089", "0.056", "-0.020", "0.199")]
    [InlineData(BetweenStudyVarianceEstimator.Hedges, "0.114", "0.079", "-0.041", "0.270")]
    public void Table_16_3_page_309_conventional_approach(
        BetweenStudyVarianceEstimator estimator, string estimate, string error, string lower, string upper)
    {
        var pooled = RandomEffects.Pool(ReferenceData.Effects("raudenbush1985"), new ModelOptions { Estimator = estimator }).Value!;
        PrintedFigure.AssertEqual(estimate, pooled.Estimate);
        PrintedFigure.AssertEqual(error, pooled.StandardError);
        PrintedFigure.AssertEqual((lower, upper), pooled.Interval);
    }

    [Theory]
    [InlineData(BetweenStudyVarianceEstimator.MaximumLikelihood, "0.013", "0.059", "-0.047", "0.202")]
    [InlineData(BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, "0.019", "0.062", "-0.046", "0.213")]
    [InlineData(BetweenStudyVarianceEstimator.DerSimonianLaird, "0.026", "0.064", "-0.044", "0.223")]
    [InlineData(BetweenStudyVarianceEstimator.Hedges, "0.080", "0.071", "-0.035", "0.264")]
    public void Table_16_3_page_309_quasi_F_approach_of_Knapp_and_Hartung(
        BetweenStudyVarianceEstimator estimator, string between, string error, string lower, string upper)
    {
        var options = new ModelOptions { Estimator = estimator, Interval = ConfidenceIntervalMethod.HartungKnapp };
        var pooled = RandomEffects.Pool(ReferenceData.Effects("raudenbush1985"), options).Value!;
        PrintedFigure.AssertEqual(between, pooled.BetweenStudyVariance?.Value);
        PrintedFigure.AssertEqual(error, pooled.StandardError);
        PrintedFigure.AssertEqual((lower, upper), pooled.Interval);
    }

    [Fact]
    public void Table_16_2_page_301_weeks_of_prior_contact_explain_all_heterogeneity()
    {
        var weeks = new ModeratorValues("weeks", [.. ReferenceData.Rows("raudenbush1985").Select(row => row.Given("x1"))]);
        var result = MetaRegression.Fit(ReferenceData.Effects("raudenbush1985"), [weeks]).Value!;
        PrintedFigure.AssertEqual("0.407", result.Coefficients[0].Estimate);
        PrintedFigure.AssertEqual("-0.157", result.Coefficients[1].Estimate);
        PrintedFigure.AssertEqual("4.68", result.Coefficients[0].Test.Statistic);
        PrintedFigure.AssertEqual("-4.39", result.Coefficients[1].Test.Statistic);
        PrintedFigure.AssertEqual("16.57", result.ResidualHeterogeneity?.Test.Statistic);
        PrintedFigure.AssertEqual("0.00", result.BetweenStudyVariance?.Value);
    }
}
