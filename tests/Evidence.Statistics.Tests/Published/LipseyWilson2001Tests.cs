using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Pooling;

namespace Evidence.Statistics.Tests.Published;

/// <summary>Lipsey MW, Wilson DB. Practical meta-analysis. Thousand Oaks: Sage; 2001.</summary>
public class LipseyWilson2001Tests
{
    private static readonly double[] Estimates = [-0.33, 0.32, 0.39, 0.31, 0.17, 0.64, -0.33, 0.15, -0.02, 0.00];
    private static readonly double[] Variances = [0.084, 0.035, 0.017, 0.034, 0.072, 0.117, 0.102, 0.093, 0.012, 0.067];
    private static readonly ModeratorValues Randomized = new("randomized", [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
    private static readonly ModeratorValues Intensity = new("intensity", [7, 3, 7, 5, 7, 7, 4, 4, 5, 6]);
    private static readonly ModelOptions Common = new() { Estimator = BetweenStudyVarianceEstimator.None };
    private static readonly ModelOptions DerSimonianLaird = new() { Estimator = BetweenStudyVarianceEstimator.DerSimonianLaird };

    private static IReadOnlyList<EffectSize> Effects => [.. Estimates.Zip(Variances, (estimate, variance) => new EffectSize(estimate, variance))];

    [Fact]
    public void Exhibit_7_3_page_133_fixed_and_random_effects()
    {
        var common = CommonEffect.Pool(Effects).Value!;
        PrintedFigure.AssertEqual("0.1549", common.Estimate);
        PrintedFigure.AssertEqual("0.0609", common.StandardError);
        PrintedFigure.AssertEqual("2.5450", common.Test.Statistic);
        PrintedFigure.AssertEqual("14.7640", common.Heterogeneity?.Test.Statistic);
        PrintedFigure.AssertEqual("0.0976", common.Heterogeneity?.Test.PValue);

        var random = RandomEffects.Pool(Effects, DerSimonianLaird).Value!;
        PrintedFigure.AssertEqual("0.1534", random.Estimate);
        PrintedFigure.AssertEqual("0.0858", random.StandardError);
        PrintedFigure.AssertEqual(("-0.0146", "0.3215"), random.Interval);
        PrintedFigure.AssertEqual("0.025955", random.BetweenStudyVariance?.Value);
    }

    [Fact]
    public void Exhibit_7_4_page_138_groups_compared()
    {
        var groups = Subgroups.PoolWithSeparateVariances(Effects, [.. Randomized.Values.Select(x => x == 1 ? "randomized" : "not")], Common).Value!;
        // The book has 7.0738 and 6.4383, where metafor and we have 7.0739 and 6.4382.
        PrintedFigure.AssertEqual("7.074", groups.BetweenGroupsTest.Statistic);
        PrintedFigure.AssertEqual("0.0078", groups.BetweenGroupsTest.PValue);
        PrintedFigure.AssertEqual("0.2984", groups.Groups[0].Estimate);
        PrintedFigure.AssertEqual(("0.1390", "0.4578"), groups.Groups[0].Interval);
        PrintedFigure.AssertEqual("6.438", groups.Groups[0].Pooled?.Heterogeneity?.Test.Statistic);
        PrintedFigure.AssertEqual("-0.0277", groups.Groups[1].Estimate);
        PrintedFigure.AssertEqual("1.2519", groups.Groups[1].Pooled?.Heterogeneity?.Test.Statistic);
    }

    [Fact]
    public void Exhibits_7_6_and_7_7_page_141_regressions()
    {
        var fixedEffects = MetaRegression.Fit(Effects, [Randomized, Intensity], Common).Value!;
        PrintedFigure.AssertEqual("0.3223", fixedEffects.Coefficients[0].Estimate);
        PrintedFigure.AssertEqual("-0.3298", fixedEffects.Coefficients[1].Estimate);
        PrintedFigure.AssertEqual("-0.0041", fixedEffects.Coefficients[2].Estimate);
        PrintedFigure.AssertEqual("7.0807", fixedEffects.ModeratorsTest.Statistic);

        var mixed = MetaRegression.Fit(Effects, [Randomized, Intensity], DerSimonianLaird).Value!;
        PrintedFigure.AssertEqual("0.3311", mixed.Coefficients[0].Estimate);
        PrintedFigure.AssertEqual("-0.3269", mixed.Coefficients[1].Estimate);
        PrintedFigure.AssertEqual("-0.0068", mixed.Coefficients[2].Estimate);
        PrintedFigure.AssertEqual("0.0617", mixed.ModeratorsTest.PValue);
        PrintedFigure.AssertEqual("0.00488", mixed.BetweenStudyVariance?.Value);
    }
}
