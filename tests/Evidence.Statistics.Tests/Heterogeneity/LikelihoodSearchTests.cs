using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Heterogeneity;
using Evidence.Statistics.Regression;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Heterogeneity;

public class LikelihoodSearchTests
{
    [Theory]
    [InlineData("bcg-RR")]
    [InlineData("li2007-OR")]
    [InlineData("normand1999-MD")]
    [InlineData("extreme")]
    public void Where_scoring_does_not_converge_the_search_finds_the_same_maximum_and_says_so(string set)
    {
        var regression = WeightedRegression.CreateForMean(ReferenceData.Effects(set)).Value!;
        // Steps forty times too long never settle.
        var found = LikelihoodSearch.FindMaximum(LikelihoodCurve.FromRegression(
            regression, RestrictedMaximumLikelihood.Score, fit => fit.SquaredTrace() / 40, RestrictedMaximumLikelihood.LogLikelihood)).Value!;
        Assert.Equal([Note.FisherScoringReplacedBySearch], found.Notes);
        Agreement.Near(RestrictedMaximumLikelihood.Estimate(regression).Value!.Value, found.Value, Agreement.Closed, set, "τ²");
    }

    [Fact]
    public void Of_two_maxima_a_higher_one_at_zero_is_taken()
    {
        // Two precise effects that agree and imprecise ones far away: the likelihood has one maximum at zero and one far from it.
        List<EffectSize> effects = [new(0, 1e-4), new(0.001, 1e-4), new(0.0005, 1e-4), new(3, 2), new(-3, 2), new(2.5, 2)];
        var regression = WeightedRegression.CreateForMean(effects).Value!;
        var found = MaximumLikelihood.Estimate(regression).Value!;
        Assert.True(Likelihood(found.Value) >= Enumerable.Range(0, 500).Max(i => Likelihood(i * 0.01)) - 1e-9);

        double Likelihood(double between) => MaximumLikelihood.LogLikelihood(regression.FitAt(between));
    }

    [Fact]
    public void Of_two_maxima_that_are_nearly_as_high_the_higher_is_found_on_a_scale_that_reaches_far_beyond_it()
    {
        // The restricted likelihood is -6.26494 at 0.591, where metafor ends without the last effect, and -6.26500 at zero, where it ends with it.
        List<EffectSize> effects =
        [
            new(-1.3652556575008832, 0.4771762637144755), new(0, 0.0049189112064650375), new(0, 1), new(-0.054945054945054944, 0.1), new(3, 1), new(0, 1),
            new(0, 5.755889369235498), new(0.9, 1), new(2, 1e11),
        ];
        var found = RestrictedMaximumLikelihood.Estimate(WeightedRegression.CreateForMean(effects).Value!).Value!;
        Assert.Equal(0.59126, found.Value, 1e-5);
        Assert.Equal([Note.LocalMaximumLeft], found.Notes);
    }
}
