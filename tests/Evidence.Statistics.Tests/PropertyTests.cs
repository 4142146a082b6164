using CsCheck;
using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Tests;

/// <summary>The properties must hold for any data. The seed is fixed, so that every run is the same.</summary>
public class PropertyTests
{
    private const string Seed = "0000KetamineE";
    private const double Tolerance = 1e-7;

    private static readonly Gen<EffectSize> AnyEffect =
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 1], (estimate, magnitude) => new EffectSize(estimate, Math.Pow(10, magnitude)));

    private static readonly Gen<ModelOptions> AnyOptions =
        Gen.Select(Gen.Enum<BetweenStudyVarianceEstimator>(), Gen.Enum<ConfidenceIntervalMethod>(), (estimator, interval) =>
            new ModelOptions { Estimator = estimator, Interval = interval });

    private static readonly Gen<(EffectSize[] Effects, ModelOptions Options)> AnyPool = Gen.Select(AnyEffect.Array[3, 12], AnyOptions);

    private static readonly Gen<MeasuredArm> AnyArm =
        Gen.Select(Gen.Int[3, 200], Gen.Double[1, 50], Gen.Double[0.5, 20], (people, mean, sd) => new MeasuredArm(people, mean, sd));

    private static readonly Gen<TwoByTwoTable> AnyTable =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], (a, b, c, d) => new TwoByTwoTable(a, b + 1, c, d + 1));

    [Fact]
    public void The_order_of_effects_does_not_matter() => AnyPool.Sample(
        pool => Same(Pool(pool.Effects, pool.Options), Pool([.. pool.Effects.Reverse()], pool.Options), 1, 1),
        seed: Seed, iter: 300);

    [Fact]
    public void Another_unit_changes_the_answer_by_its_factor_and_heterogeneity_not_at_all() => AnyPool.Sample(
        pool => Same(Pool(pool.Effects, pool.Options), Pool([.. pool.Effects.Select(e => new EffectSize(1000 * e.Estimate, 1e6 * e.Variance))], pool.Options), 1000, 1),
        seed: Seed, iter: 300);

    [Fact]
    public void Swapping_the_arms_of_all_effects_turns_the_answer_round() => AnyPool.Sample(
        pool => Same(Pool(pool.Effects, pool.Options), Pool([.. pool.Effects.Select(e => e.Reverse())], pool.Options), -1, 1),
        seed: Seed, iter: 300);

    [Fact]
    public void Effects_in_two_halves_of_half_the_precision_pool_to_the_same_common_effect() => AnyEffect.Array[1, 12].Sample(
        effects =>
        {
            var whole = CommonEffect.Pool(effects).Value!;
            var halves = CommonEffect.Pool([.. effects.SelectMany(e => new[] { e with { Variance = 2 * e.Variance }, e with { Variance = 2 * e.Variance } })]).Value!;
            Near(whole.Estimate, halves.Estimate, Tolerance);
            Near(whole.StandardError, halves.StandardError, Tolerance);
        },
        seed: Seed, iter: 300);

    [Fact]
    public void Every_effect_twice_leaves_the_maximum_likelihood_between_study_variance_as_it_is() => AnyEffect.Array[3, 12].Sample(
        effects =>
        {
            var options = new ModelOptions { Estimator = BetweenStudyVarianceEstimator.MaximumLikelihood };
            var once = RandomEffects.Pool(effects, options).Value!;
            var twice = RandomEffects.Pool([.. effects, .. effects], options).Value!;
            Near(once.Estimate, twice.Estimate, 1e-5);
            Near(once.StandardError, Math.Sqrt(2) * twice.StandardError, 1e-5);
        },
        seed: Seed, iter: 300);

    [Fact]
    public void An_effect_of_next_to_no_weight_changes_nothing_in_the_common_effect() => AnyEffect.Array[1, 12].Sample(
        effects =>
        {
            var without = CommonEffect.Pool(effects).Value!;
            var with = CommonEffect.Pool([.. effects, new EffectSize(2, 1e11)]).Value!;
            Near(without.Estimate, with.Estimate, Tolerance);
            Near(without.StandardError, with.StandardError, Tolerance);
            Near(0, with.Weights[^1], Tolerance);
        },
        seed: Seed, iter: 300);

    [Fact]
    public void An_effect_of_next_to_no_weight_changes_next_to_nothing_in_the_likelihood_models() => AnyEffect.Array[3, 12].Sample(
        effects =>
        {
            var options = new ModelOptions { Estimator = BetweenStudyVarianceEstimator.RestrictedMaximumLikelihood };
            var without = RandomEffects.Pool(effects, options).Value!;
            var with = RandomEffects.Pool([.. effects, new EffectSize(2, 1e11)], options).Value!;
            Near(without.Estimate, with.Estimate, 1e-4);
        },
        seed: Seed, iter: 300);

    [Fact]
    public void Weights_add_up_to_a_hundred_and_none_is_below_zero() => AnyPool.Sample(
        pool =>
        {
            if (Pool(pool.Effects, pool.Options).Value is not { } pooled)
                return;
            Near(100, pooled.Weights.Sum(), 1e-9);
            Assert.All(pooled.Weights, weight => Assert.True(weight >= 0));
        },
        seed: Seed, iter: 300);

    [Fact]
    public void The_interval_that_is_never_narrower_is_never_narrower() => AnyEffect.Array[2, 12].Sample(
        effects =>
        {
            var wald = RandomEffects.Pool(effects).Value!;
            var kept = RandomEffects.Pool(effects, new ModelOptions { Interval = ConfidenceIntervalMethod.HartungKnappNeverNarrower }).Value!;
            Assert.True(kept.Interval.Upper - kept.Interval.Lower >= wald.Interval.Upper - wald.Interval.Lower);
        },
        seed: Seed, iter: 300);

    [Fact]
    public void Swapping_measured_arms_turns_each_effect_size_round() => Gen.Select(AnyArm, AnyArm).Sample(
        arms =>
        {
            Reversed(MeanDifference.Compute(arms.Item1, arms.Item2), MeanDifference.Compute(arms.Item2, arms.Item1));
            Reversed(HedgesG.Compute(arms.Item1, arms.Item2), HedgesG.Compute(arms.Item2, arms.Item1));
            Reversed(HedgesGUnequalVariances.Compute(arms.Item1, arms.Item2), HedgesGUnequalVariances.Compute(arms.Item2, arms.Item1));
            Reversed(RatioOfMeans.Compute(arms.Item1, arms.Item2), RatioOfMeans.Compute(arms.Item2, arms.Item1));
        },
        seed: Seed, iter: 300);

    [Fact]
    public void Swapping_counted_arms_turns_each_effect_size_and_each_pool_round() => AnyTable.Array[2, 8].Sample(
        tables =>
        {
            TwoByTwoTable[] swapped = [.. tables.Select(t => new TwoByTwoTable(t.SecondEvents, t.SecondOthers, t.FirstEvents, t.FirstOthers))];
            Reversed(OddsRatio.Compute(tables[0]), OddsRatio.Compute(swapped[0]));
            Reversed(RiskRatio.Compute(tables[0]), RiskRatio.Compute(swapped[0]));
            Reversed(RiskDifference.Compute(tables[0]), RiskDifference.Compute(swapped[0]));
            Reversed(PetoOddsRatio.Compute(tables[0]), PetoOddsRatio.Compute(swapped[0]));
            Same(MantelHaenszelOddsRatio.Pool(tables), MantelHaenszelOddsRatio.Pool(swapped), -1, 1);
            Same(MantelHaenszelRiskRatio.Pool(tables), MantelHaenszelRiskRatio.Pool(swapped), -1, 1);
            Same(MantelHaenszelRiskDifference.Pool(tables), MantelHaenszelRiskDifference.Pool(swapped), -1, 1);
            Same(PetoPooling.Pool(tables), PetoPooling.Pool(swapped), -1, 1);
        },
        seed: Seed, iter: 300);

    private static StatisticsResult<PooledEffect> Pool(EffectSize[] effects, ModelOptions options) => RandomEffects.Pool(effects, options);

    private static void Reversed(StatisticsResult<EffectSize> one, StatisticsResult<EffectSize> other)
    {
        Assert.Equal(one.Error?.Kind, other.Error?.Kind);
        if (one.Value is null || other.Value is null)
            return;
        Near(-one.Value.Estimate, other.Value.Estimate, 1e-12);
        Near(one.Value.Variance, other.Value.Variance, 1e-12);
    }

    private static void Same(StatisticsResult<PooledEffect> one, StatisticsResult<PooledEffect> other, double factor, double heterogeneity)
    {
        Assert.Equal(one.Error?.Kind, other.Error?.Kind);
        if (one.Value is not { } a || other.Value is not { } b)
            return;
        Near(factor * a.Estimate, b.Estimate, Tolerance * Math.Abs(factor));
        Near(Math.Abs(factor) * a.StandardError, b.StandardError, Tolerance * Math.Abs(factor));
        Near(a.Test.PValue, b.Test.PValue, Tolerance);
        Near(heterogeneity * (a.Heterogeneity?.ISquared ?? 0), b.Heterogeneity?.ISquared ?? 0, 1e-5);
    }

    private static void Near(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} is not {expected:R}");
}
