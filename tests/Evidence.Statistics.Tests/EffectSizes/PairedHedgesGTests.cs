using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Tests.EffectSizes;

public class PairedHedgesGTests
{
    private static readonly PairedArms Crossover = new(20, 10, 4, 12, 3, 0.6);

    [Fact]
    public void The_difference_is_standardized_by_the_spread_of_people_and_its_variance_falls_with_the_correlation()
    {
        // J(19) (10 - 12) / √((16 + 9)/2), and 2 (1 - 0.6) (1/20 + g²/40), computed with Python's gamma function.
        var effect = PairedHedgesG.Compute(Crossover).Value!;

        Assert.Equal(-0.5430072959071295, effect.Estimate, 1e-12);
        Assert.Equal(0.04589713846816747, effect.Variance, 1e-12);
    }

    [Fact]
    public void Without_correlation_it_has_twice_the_variance_that_it_has_with_one_half()
    {
        var independent = PairedHedgesG.Compute(Crossover with { Correlation = 0 }).Value!;
        var half = PairedHedgesG.Compute(Crossover with { Correlation = 0.5 }).Value!;

        Assert.Equal(half.Estimate, independent.Estimate);
        Assert.Equal(2 * half.Variance, independent.Variance, 1e-15);
    }

    [Fact]
    public void People_without_spread_cannot_be_standardized() => Assert.Equal(
        StatisticsErrorKind.ZeroVariance,
        PairedHedgesG.Compute(Crossover with { FirstStandardDeviation = 0, SecondStandardDeviation = 0 }).Error?.Kind);

    [Fact]
    public void A_change_cannot_be_standardized_by_an_earlier_measurement_without_spread() => Assert.Equal(
        StatisticsErrorKind.ZeroVariance, StandardizedMeanChange.Compute(Crossover with { SecondStandardDeviation = 0 }).Error?.Kind);

    [Theory]
    [InlineData(1.1)]
    [InlineData(-1.1)]
    [InlineData(double.NaN)]
    public void A_correlation_beyond_one_is_an_error(double correlation) => Assert.Equal(
        StatisticsErrorKind.InvalidInput, PairedHedgesG.Compute(Crossover with { Correlation = correlation }).Error?.Kind);
}
