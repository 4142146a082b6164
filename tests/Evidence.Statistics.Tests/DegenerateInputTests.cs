using Evidence.Statistics.Bias;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Sensitivity;

namespace Evidence.Statistics.Tests;

/// <summary>Data that have no answer get a refusal by name; data that have one get no number that is none.</summary>
public class DegenerateInputTests
{
    private static readonly EffectSize One = new(0.3, 0.04);
    private static readonly EffectSize Another = new(0.8, 0.09);

    public static TheoryData<BetweenStudyVarianceEstimator, IntervalMethod> Choices
    {
        get
        {
            var data = new TheoryData<BetweenStudyVarianceEstimator, IntervalMethod>();
            foreach (var estimator in Enum.GetValues<BetweenStudyVarianceEstimator>())
            {
                foreach (var interval in Enum.GetValues<IntervalMethod>())
                    data.Add(estimator, interval);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_choice_answers_awkward_data_with_finite_numbers_or_a_refusal(BetweenStudyVarianceEstimator estimator, IntervalMethod interval)
    {
        EffectSize[][] awkward =
        [
            [], [One], [One, Another], [One, One], [One, One, One], [new(0, 1), new(0, 1), new(0, 1)],
            [new(1e8, 1e-8), new(-1e8, 1e8), new(0, 1)], [new(1e-12, 1e-20), new(2e-12, 1e-20), new(5e-12, 1e-21)],
            [new(1, 1e-300), new(2, 1)], [new(double.NaN, 1), One], [new(1, double.PositiveInfinity), One], [new(1, -1), One], [new(1, 0), One],
        ];
        foreach (var effects in awkward)
        {
            var answer = RandomEffects.Pool(effects, new ModelOptions { Estimator = estimator, Interval = interval });
            Assert.True(answer.IsAnswered != answer.Refusal is not null);
            if (answer.IsAnswered)
                AssertFinite(answer.Value);
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
        Assert.Contains(Remark.SingleEffect, pooled.Remarks);
        Assert.Contains(Remark.BetweenStudyVarianceAssumedZero, pooled.Remarks);
    }

    [Fact]
    public void A_single_effect_has_no_interval_on_Students_t() =>
        Assert.Equal(RefusalReason.TooFewEffects, RandomEffects.Pool([One], new ModelOptions { Interval = IntervalMethod.HartungKnapp }).Refusal?.Reason);

    [Fact]
    public void Two_effects_have_no_prediction_interval_and_it_is_said()
    {
        var pooled = RandomEffects.Pool([One, Another]).Value!;
        Assert.Null(pooled.PredictionInterval);
        Assert.Contains(Remark.NoPredictionInterval, pooled.Remarks);
    }

    [Fact]
    public void Equal_effects_have_no_Hartung_Knapp_interval_but_the_one_that_is_never_narrower()
    {
        EffectSize[] equal = [new(0.3, 0.04), new(0.3, 0.09), new(0.3, 0.01)];
        Assert.Equal(RefusalReason.NoScatter, RandomEffects.Pool(equal, new ModelOptions { Interval = IntervalMethod.HartungKnapp }).Refusal?.Reason);
        var kept = RandomEffects.Pool(equal, new ModelOptions { Interval = IntervalMethod.HartungKnappNeverNarrower }).Value!;
        Assert.Contains(Remark.VarianceKeptFromShrinking, kept.Remarks);
        Assert.Contains(Remark.BetweenStudyVarianceIsZero, kept.Remarks);
    }

    [Theory]
    [InlineData(0.0, RefusalReason.ZeroVariance)]
    [InlineData(-1.0, RefusalReason.InvalidInput)]
    [InlineData(double.NaN, RefusalReason.InvalidInput)]
    public void A_variance_that_is_none_is_refused(double variance, RefusalReason reason) =>
        Assert.Equal(reason, RandomEffects.Pool([One, new EffectSize(1, variance)]).Refusal?.Reason);

    [Fact]
    public void A_level_of_ninety_five_is_refused() =>
        Assert.Equal(RefusalReason.InvalidInput, RandomEffects.Pool([One, Another], new ModelOptions { Level = 95 }).Refusal?.Reason);

    [Fact]
    public void Tables_without_any_event_are_refused_by_every_method_on_ratios()
    {
        TwoByTwoTable[] empty = [new(0, 10, 0, 12), new(0, 5, 0, 5)];
        Assert.Equal(RefusalReason.NoInformation, MantelHaenszelOddsRatio.Pool(empty).Refusal?.Reason);
        Assert.Equal(RefusalReason.NoInformation, MantelHaenszelRiskRatio.Pool(empty).Refusal?.Reason);
        Assert.Equal(RefusalReason.NoInformation, PetoPooling.Pool(empty).Refusal?.Reason);
        Assert.Equal(RefusalReason.NoInformation, MantelHaenszelRiskDifference.Pool(empty).Refusal?.Reason);
        Assert.Equal(RefusalReason.NoInformation, PetoOddsRatio.Of(empty[0]).Refusal?.Reason);
    }

    [Fact]
    public void Events_beyond_people_are_refused() =>
        Assert.Equal(RefusalReason.InvalidInput, OddsRatio.Of(TwoByTwoTable.FromArms(5, 3, 1, 10)).Refusal?.Reason);

    [Fact]
    public void Arms_without_spread_cannot_be_standardized() =>
        Assert.Equal(RefusalReason.ZeroVariance, HedgesG.Of(new MeasuredArm(5, 1, 0), new MeasuredArm(5, 2, 0)).Refusal?.Reason);

    [Fact]
    public void Means_of_different_sign_have_no_ratio() =>
        Assert.Equal(RefusalReason.NotPositive, RatioOfMeans.Of(new MeasuredArm(5, 1, 1), new MeasuredArm(5, -2, 1)).Refusal?.Reason);

    [Fact]
    public void A_moderator_that_does_not_vary_or_repeats_another_is_refused()
    {
        EffectSize[] effects = [One, Another, new(0.1, 0.02), new(0.5, 0.05)];
        var varying = new Moderator("dose", [1, 2, 3, 4]);
        Assert.Equal(RefusalReason.MatrixNotOfFullRank, MetaRegression.Fit(effects, [new Moderator("year", [5, 5, 5, 5])]).Refusal?.Reason);
        Assert.Equal(RefusalReason.MatrixNotOfFullRank, MetaRegression.Fit(effects, [varying, new Moderator("twice", [2, 4, 6, 8])]).Refusal?.Reason);
        Assert.Equal(RefusalReason.TooFewEffects, MetaRegression.Fit([One, Another], [new Moderator("dose", [1, 2])]).Refusal?.Reason);
        Assert.Equal(RefusalReason.InvalidInput, MetaRegression.Fit(effects, [new Moderator("dose", [1, 2])]).Refusal?.Reason);
    }

    [Fact]
    public void Bias_tests_and_influence_refuse_what_is_too_little()
    {
        EffectSize[] two = [One, Another];
        Assert.Equal(RefusalReason.TooFewEffects, EggerTest.Classical(two).Refusal?.Reason);
        Assert.Equal(RefusalReason.TooFewEffects, BeggTest.Of(two).Refusal?.Reason);
        Assert.Equal(RefusalReason.TooFewEffects, TrimAndFill.Of(two).Refusal?.Reason);
        Assert.Equal(RefusalReason.TooFewEffects, Influence.Of(two).Refusal?.Reason);
        EffectSize[] sameVariance = [new(1, 1), new(2, 1), new(4, 1)];
        Assert.Equal(RefusalReason.MatrixNotOfFullRank, EggerTest.Classical(sameVariance).Refusal?.Reason);
        Assert.Equal(RefusalReason.NoInformation, BeggTest.Of(sameVariance).Refusal?.Reason);
    }

    [Fact]
    public void One_group_is_no_subgroups() =>
        Assert.Equal(RefusalReason.TooFewEffects, Subgroups.WithSeparateVariances([One, Another], ["a", "a"]).Refusal?.Reason);

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
