using System.Globalization;
using Evidence.Plots.Drawing;

namespace Evidence.Plots.Tests.Drawing;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(-1.6, 0.7, "−1.5 −1.0 −0.5 0 0.5")]
    [InlineData(-8.9, 4.1, "−8 −6 −4 −2 0 2 4")]
    [InlineData(0, 0.0123, "0 0.002 0.004 0.006 0.008 0.010 0.012")]
    [InlineData(-1200, 900, "−1000 −500 0 500")]
    public void A_linear_axis_has_round_numbers_at_equal_steps(double low, double high, string labels) =>
        Assert.Equal(labels, Labels(new Scale(low, high, 0, 300, IsLogarithm: false)));

    [Theory]
    [InlineData(0.15, 23, "0.2 0.5 1 2 5 10 20")]
    [InlineData(0.01, 2000, "0.01 0.1 1 10 100 1000")]
    [InlineData(0.82, 1.31, "0.9 1.0 1.1 1.2 1.3")]
    [InlineData(1e-9, 1e9, "0.00000001 0.0001 1 10000 100000000")]
    public void A_logarithmic_axis_has_round_ratios_and_one_among_them(double low, double high, string labels)
    {
        var scale = new Scale(Math.Log(low), Math.Log(high), 0, 300, IsLogarithm: true);

        Assert.Equal(labels, Labels(scale));
        Assert.All(scale.Ticks(12), tick => Assert.Equal(1, double.Parse(tick.Label, CultureInfo.InvariantCulture) / Math.Exp(tick.Value), 1e-9));
    }

    [Fact]
    public void Numbers_along_an_axis_stand_apart_however_short_it_is()
    {
        for (var length = 40; length < 400; length += 7)
        {
            var ticks = new Scale(-0.35, 0.42, 0, length, IsLogarithm: false).Ticks(12);
            Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(
                (pair.Second.Value - pair.First.Value) / 0.77 * length >= PlotText.Width(pair.First.Label, 12) / 2 + PlotText.Width(pair.Second.Label, 12) / 2 + 9));
        }
    }

    [Fact]
    public void What_is_outside_is_drawn_at_the_end_that_it_is_beyond()
    {
        var scale = new Scale(-1, 1, 100, 300, IsLogarithm: false);

        Assert.Equal((200, 250, 100, 300), (scale.Within(0), scale.At(0.5), scale.Within(double.NegativeInfinity), scale.Within(5)));
        Assert.Equal((true, false), (scale.Holds(1), scale.Holds(1.01)));
    }

    private static string Labels(Scale scale) => string.Join(' ', scale.Ticks(12).Select(tick => tick.Label));
}
