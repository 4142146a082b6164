using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;
using Evidence.Statistics.Heterogeneity;
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
        var regression = WeightedRegression.OnMean(ReferenceData.Effects(set)).Value!;
        // Steps forty times too long never settle.
        var found = LikelihoodSearch.Maximum(LikelihoodCurve.Of(
            regression, RestrictedMaximumLikelihood.Score, fit => fit.SquaredTrace() / 40, RestrictedMaximumLikelihood.LogLikelihood)).Value!;
        Assert.Equal([Remark.FisherScoringReplacedBySearch], found.Remarks);
        Agreement.Near(RestrictedMaximumLikelihood.Estimate(regression).Value!.Value, found.Value, Agreement.Closed, set, "τ²");
    }

    [Fact]
    public void Of_two_maxima_a_higher_one_at_zero_is_taken()
    {
        // Two precise effects that agree and imprecise ones far away: the likelihood has one maximum at zero and one far from it.
        List<EffectSize> effects = [new(0, 1e-4), new(0.001, 1e-4), new(0.0005, 1e-4), new(3, 2), new(-3, 2), new(2.5, 2)];
        var regression = WeightedRegression.OnMean(effects).Value!;
        var found = MaximumLikelihood.Estimate(regression).Value!;
        Assert.True(Likelihood(found.Value) >= Enumerable.Range(0, 500).Max(i => Likelihood(i * 0.01)) - 1e-9);

        double Likelihood(double between) => MaximumLikelihood.LogLikelihood(regression.At(between));
    }
}
