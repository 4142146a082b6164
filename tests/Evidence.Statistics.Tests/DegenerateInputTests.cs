using Evidence.Statistics.Bias;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Sensitivity;

namespace Evidence.Statistics.Tests;

/// <summary>Data without a result must give a named error; data with a result must give finite numbers.</summary>
public class DegenerateInputTests
{
    private static readonly EffectSize One = new(0.3, 0.04);
    private static readonly EffectSize Another = new(0.8, 0.09);

    public static TheoryData<BetweenStudyVarianceEstimator, ConfidenceIntervalMethod> Choices
    {
        get
        {
            var data = new TheoryData<BetweenStudyVarianceEstimator, ConfidenceIntervalMethod>();
            foreach (var estimator in Enum.GetValues<BetweenStudyVarianceEstimator>())
            {
                foreach (var interval in Enum.GetValues<ConfidenceIntervalMethod>())
                    data.Add(estimator, interval);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_choice_answers_awkward_data_with_finite_numbers_or_a_refusal(BetweenStudyVarianceEstimator estimator, ConfidenceIntervalMethod interval)
    {
        EffectSize[][] awkward =
        [
            [], [One], [One, Another], [One, One], [One, One, One], [new(0, 1), new(0, 1), new(0, 1)],
            [new(1e8, 1e-8), new(-1e8, 1e8), new(0, 1)], [new(1e-12, 1e-20), new(2e-12, 1e-20), new(5e-12, 1e-21)],
            [new(1, 1e-300), new(2, 1)], [new(double.NaN, 1), One], [new(1, double.PositiveInfinity), One], [new(1, -1), One], [new(1, 0), One],
        ];
        foreach (var effects in awkward)
        {
            var result = RandomEffects.Pool(effects, new ModelOptions { Estimator = estimator, Interval = interval });
            Assert.True(result.IsSuccess != result.Error is not null);
            if (result.IsSuccess)
                AssertFinite(result.Value);
        }
    }

    [Fact]
    public void A_single_effect_is_its_own_pool()
    {
        var pooled = RandomEffects.Pool([One]).Value!;
        Assert.Equal(One.Estimate, pooled.Estimate, 1e-14);
        Assert.Equal(One.StandardError, pooled.StandardError, 1e-14);
        Assert.Null(pooled.Heterogeneity);
        Assert.Null(pooled.PredictionInterval);
        Assert.Contains(Note.SingleEffect, pooled.Notes);
        Assert.Contains(Note.BetweenStudyVarianceAssumedZero, pooled.Notes);
    }

    [Fact]
    public void A_single_effect_has_no_interval_on_Students_t() =>
        Assert.Equal(StatisticsErrorKind.TooFewEffects, RandomEffects.Pool([One], new ModelOptions { Interval = ConfidenceIntervalMethod.HartungKnapp }).Error?.Kind);

    [Fact]
    public void Two_effects_have_no_prediction_interval_and_it_is_said()
    {
        var pooled = RandomEffects.Pool([One, Another]).Value!;
        Assert.Null(pooled.PredictionInterval);
        Assert.Contains(Note.NoPredictionInterval, pooled.Notes);
    }

    [Fact]
    public void Equal_effects_have_no_Hartung_Knapp_interval_but_the_one_that_is_never_narrower()
    {
        EffectSize[] equal = [new(0.3, 0.04), new(0.3, 0.09), new(0.3, 0.01)];
        Assert.Equal(StatisticsErrorKind.NoScatter, RandomEffects.Pool(equal, new ModelOptions { Interval = ConfidenceIntervalMethod.HartungKnapp }).Error?.Kind);
        var kept = RandomEffects.Pool(equal, new ModelOptions { Interval = ConfidenceIntervalMethod.HartungKnappNeverNarrower }).Value!;
        Assert.Contains(Note.VarianceKeptFromShrinking, kept.Notes);
        Assert.Contains(Note.BetweenStudyVarianceIsZero, kept.Notes);
    }

    [Theory]
    [InlineData(0.0, StatisticsErrorKind.ZeroVariance)]
    [InlineData(-1.0, StatisticsErrorKind.InvalidInput)]
    [InlineData(double.NaN, StatisticsErrorKind.InvalidInput)]
    public void A_variance_that_is_none_is_refused(double variance, StatisticsErrorKind reason) =>
        Assert.Equal(reason, RandomEffects.Pool([One, new EffectSize(1, variance)]).Error?.Kind);

    [Fact]
    public void A_level_of_ninety_five_is_refused() =>
        Assert.Equal(StatisticsErrorKind.InvalidInput, RandomEffects.Pool([One, Another], new ModelOptions { Level = 95 }).Error?.Kind);

    [Fact]
    public void Tables_without_any_event_are_refused_by_every_method_on_ratios()
    {
        TwoByTwoTable[] empty = [new(0, 10, 0, 12), new(0, 5, 0, 5)];
        Assert.Equal(StatisticsErrorKind.NoInformation, MantelHaenszelOddsRatio.Pool(empty).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.NoInformation, MantelHaenszelRiskRatio.Pool(empty).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.NoInformation, PetoPooling.Pool(empty).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.NoInformation, MantelHaenszelRiskDifference.Pool(empty).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.NoInformation, PetoOddsRatio.Compute(empty[0]).Error?.Kind);
    }

    [Fact]
    public void Events_beyond_people_are_refused() =>
        Assert.Equal(StatisticsErrorKind.InvalidInput, OddsRatio.Compute(TwoByTwoTable.FromArms(5, 3, 1, 10)).Error?.Kind);

    [Fact]
    public void Arms_without_spread_cannot_be_standardized() =>
        Assert.Equal(StatisticsErrorKind.ZeroVariance, HedgesG.Compute(new MeasuredArm(5, 1, 0), new MeasuredArm(5, 2, 0)).Error?.Kind);

    [Fact]
    public void Means_of_different_sign_have_no_ratio() =>
        Assert.Equal(StatisticsErrorKind.NotPositive, RatioOfMeans.Compute(new MeasuredArm(5, 1, 1), new MeasuredArm(5, -2, 1)).Error?.Kind);

    [Fact]
    public void A_moderator_that_does_not_vary_or_repeats_another_is_refused()
    {
        EffectSize[] effects = [One, Another, new(0.1, 0.02), new(0.5, 0.05)];
        var varying = new ModeratorValues("dose", [1, 2, 3, 4]);
        Assert.Equal(StatisticsErrorKind.MatrixNotOfFullRank, MetaRegression.Fit(effects, [new ModeratorValues("year", [5, 5, 5, 5])]).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.MatrixNotOfFullRank, MetaRegression.Fit(effects, [varying, new ModeratorValues("twice", [2, 4, 6, 8])]).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.TooFewEffects, MetaRegression.Fit([One, Another], [new ModeratorValues("dose", [1, 2])]).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.InvalidInput, MetaRegression.Fit(effects, [new ModeratorValues("dose", [1, 2])]).Error?.Kind);
    }

    [Fact]
    public void Bias_tests_and_influence_refuse_what_is_too_little()
    {
        EffectSize[] two = [One, Another];
        Assert.Equal(StatisticsErrorKind.TooFewEffects, EggerTest.ComputeClassical(two).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.TooFewEffects, BeggTest.Compute(two).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.TooFewEffects, TrimAndFill.Compute(two).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.TooFewEffects, Influence.Compute(two).Error?.Kind);
        EffectSize[] sameVariance = [new(1, 1), new(2, 1), new(4, 1)];
        Assert.Equal(StatisticsErrorKind.MatrixNotOfFullRank, EggerTest.ComputeClassical(sameVariance).Error?.Kind);
        Assert.Equal(StatisticsErrorKind.NoInformation, BeggTest.Compute(sameVariance).Error?.Kind);
    }

    [Fact]
    public void One_group_is_no_subgroups() =>
        Assert.Equal(StatisticsErrorKind.TooFewEffects, Subgroups.PoolWithSeparateVariances([One, Another], ["a", "a"]).Error?.Kind);

    private static void AssertFinite(PooledEffect pooled)
    {
        List<double?> numbers =
        [
            pooled.Estimate, pooled.StandardError, pooled.Interval.Lower, pooled.Interval.Upper, pooled.Test.Statistic, pooled.Test.PValue,
            pooled.BetweenStudyVariance?.Value, pooled.BetweenStudyVariance?.StandardError, pooled.Heterogeneity?.Test.Statistic,
            pooled.Heterogeneity?.Test.PValue, pooled.Heterogeneity?.ISquared, pooled.Heterogeneity?.HSquared,
            pooled.Heterogeneity?.Intervals?.BetweenStudyVariance.Lower, pooled.Heterogeneity?.Intervals?.BetweenStudyVariance.Upper,
            pooled.Heterogeneity?.Intervals?.ISquared.Upper, pooled.PredictionInterval?.Lower, pooled.PredictionInterval?.Upper, .. pooled.Weights.Select(weight => (double?)weight),
        ];
        Assert.All(numbers, number => Assert.True(number is null || double.IsFinite(number.Value), $"{number} in {pooled}"));
    }
}
