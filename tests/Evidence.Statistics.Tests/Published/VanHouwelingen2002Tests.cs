using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Moderators;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// van Houwelingen HC, Arends LR, Stijnen T. Advanced methods in meta-analysis: multivariate approach and meta-regression.
/// Stat Med. 2002;21(4):589-624.
/// </summary>
public class VanHouwelingen2002Tests
{
    private static readonly ModelOptions MaximumLikelihood = new() { Estimator = BetweenStudyVarianceEstimator.MaximumLikelihood };

    [Fact]
    public void Page_596_common_odds_ratio_of_the_vaccine()
    {
        var pooled = CommonEffect.Pool(ReferenceData.Effects("bcg-OR")).Value!;
        PrintedFigure.AssertEqual("0.647", Math.Exp(pooled.Estimate));
        PrintedFigure.AssertEqual("0.595", pooled.RatioInterval.Lower);
        // 0.703 in the paper; the interval's upper bound is 0.7024.
        PrintedFigure.AssertEqual("0.702", pooled.RatioInterval.Upper);
    }

    [Fact]
    public void Page_597_random_effects_odds_ratio_by_maximum_likelihood()
    {
        var pooled = RandomEffects.Pool(ReferenceData.Effects("bcg-OR"), MaximumLikelihood).Value!;
        PrintedFigure.AssertEqual("0.476", Math.Exp(pooled.Estimate));
        PrintedFigure.AssertEqual(("0.336", "0.675"), pooled.RatioInterval);
        PrintedFigure.AssertEqual("0.302", pooled.BetweenStudyVariance?.Value);
    }

    [Fact]
    public void Pages_608_and_609_latitude_explains_most_of_the_heterogeneity()
    {
        var latitude = new ModeratorValues("latitude", [.. ReferenceData.Rows("bcg-OR").Select(row => row.Given("x1"))]);
        var result = MetaRegression.Fit(ReferenceData.Effects("bcg-OR"), [latitude], MaximumLikelihood).Value!;
        PrintedFigure.AssertEqual("0.371", result.Coefficients[0].Estimate);
        PrintedFigure.AssertEqual("0.106", result.Coefficients[0].StandardError);
        PrintedFigure.AssertEqual("-0.033", result.Coefficients[1].Estimate);
        PrintedFigure.AssertEqual("0.003", result.Coefficients[1].StandardError);
        PrintedFigure.AssertEqual("0.004", result.BetweenStudyVariance?.Value);
    }
}
