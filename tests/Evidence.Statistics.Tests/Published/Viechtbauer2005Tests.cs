using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model.
/// J Educ Behav Stat. 2005;30(3):261-293.
/// </summary>
public class Viechtbauer2005Tests
{
    [Theory]
    [InlineData(BetweenStudyVarianceEstimator.HunterSchmidt, "0.228", "77.23", "4.39")]
    [InlineData(BetweenStudyVarianceEstimator.Hedges, "0.148", "68.80", "3.21")]
    [InlineData(BetweenStudyVarianceEstimator.DerSimonianLaird, "0.277", "80.44", "5.11")]
    [InlineData(BetweenStudyVarianceEstimator.MaximumLikelihood, "0.197", "74.51", "3.92")]
    [InlineData(BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, "0.223", "76.84", "4.32")]
    [InlineData(BetweenStudyVarianceEstimator.EmpiricalBayes, "0.192", "74.05", "3.85")]
    [InlineData(BetweenStudyVarianceEstimator.SidikJonkman, "0.199", "74.75", "3.96")]
    public void Example_1_page_271(BetweenStudyVarianceEstimator estimator, string between, string iSquared, string hSquared) => Check(
        [-0.581, 0.530, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232],
        [0.023, 0.052, 0.060, 0.115, 0.095, 0.203, 0.200, 0.211, 0.051, 0.040],
        estimator, between, iSquared, hSquared);

    [Theory]
    [InlineData(BetweenStudyVarianceEstimator.HunterSchmidt, "0.010", "22.93", "1.30")]
    [InlineData(BetweenStudyVarianceEstimator.Hedges, "0.000", "0.00", "1.00")]
    [InlineData(BetweenStudyVarianceEstimator.DerSimonianLaird, "0.013", "27.53", "1.38")]
    [InlineData(BetweenStudyVarianceEstimator.MaximumLikelihood, "0.013", "28.45", "1.40")]
    [InlineData(BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, "0.016", "32.02", "1.47")]
    [InlineData(BetweenStudyVarianceEstimator.EmpiricalBayes, "0.010", "23.72", "1.31")]
    [InlineData(BetweenStudyVarianceEstimator.SidikJonkman, "0.025", "42.67", "1.74")]
    public void Example_2_page_272(BetweenStudyVarianceEstimator estimator, string between, string iSquared, string hSquared) => Check(
        [0.100, -0.162, -0.090, -0.049, -0.046, -0.010, -0.431, -0.261, 0.134, 0.019, 0.175, 0.056, 0.045, 0.103, 0.121, -0.482, 0.290, 0.342],
        [0.016, 0.015, 0.050, 0.050, 0.032, 0.052, 0.036, 0.024, 0.034, 0.033, 0.031, 0.034, 0.039, 0.167, 0.134, 0.096, 0.016, 0.035],
        estimator, between, iSquared, hSquared);

    private static void Check(
        double[] estimates, double[] variances, BetweenStudyVarianceEstimator estimator, string between, string iSquared, string hSquared)
    {
        var pooled = RandomEffects.Pool(
            [.. estimates.Zip(variances, (estimate, variance) => new EffectSize(estimate, variance))],
            new ModelOptions { Estimator = estimator }).Value!;
        PrintedFigure.AssertEqual(between, pooled.BetweenStudyVariance?.Value);
        PrintedFigure.AssertEqual(iSquared, pooled.Heterogeneity?.ISquared);
        PrintedFigure.AssertEqual(hSquared, pooled.Heterogeneity?.HSquared);
    }
}
