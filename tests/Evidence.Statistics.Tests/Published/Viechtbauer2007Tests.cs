using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Viechtbauer W. Confidence intervals for the amount of heterogeneity in meta-analysis. Stat Med. 2007;26(1):37-52.
/// Table II, page 44: diuretics and pre-eclampsia, data of Collins, Yusuf and Peto 1985.
/// </summary>
public class Viechtbauer2007Tests
{
    [Theory]
    [InlineData(BetweenStudyVarianceEstimator.DerSimonianLaird, "0.23")]
    [InlineData(BetweenStudyVarianceEstimator.MaximumLikelihood, "0.24")]
    [InlineData(BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood, "0.30")]
    [InlineData(BetweenStudyVarianceEstimator.SidikJonkman, "0.46")]
    public void Table_II_page_44_estimates_of_the_between_study_variance(BetweenStudyVarianceEstimator estimator, string printed) =>
        PrintedFigure.AssertEqual(printed, Pool(estimator).BetweenStudyVariance?.Value);

    [Fact]
    public void Table_II_page_44_Q_profile_interval() =>
        PrintedFigure.AssertEqual(("0.07", "2.20"), Pool(BetweenStudyVarianceEstimator.DerSimonianLaird).Heterogeneity?.Intervals?.BetweenStudyVariance);

    private static PooledEffect Pool(BetweenStudyVarianceEstimator estimator) =>
        RandomEffects.Pool(ReferenceData.Effects("collins1985b-OR"), new ModelOptions { Estimator = estimator }).Value!;
}
