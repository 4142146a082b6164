using Evidence.Plots.Drawing;

namespace Evidence.Plots.Tests.Drawing;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(-0.4578, 2, "−0.46")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(0.005, 2, "0.01")]
    [InlineData(double.PositiveInfinity, 2, "∞")]
    public void A_number_has_a_true_minus_and_no_minus_zero(double value, int decimals, string printed) => Assert.Equal(printed, NumberFormat.Fixed(value, decimals));

    [Theory]
    [InlineData(0.0049, "<0.01")]
    [InlineData(1.906, "1.91")]
    [InlineData(9.996, "10.0")]
    [InlineData(99.96, "100")]
    [InlineData(9999.6, ">9999")]
    public void A_ratio_has_fewer_decimals_the_larger_it_is_and_is_never_zero(double ratio, string printed) => Assert.Equal(printed, NumberFormat.Ratio(ratio));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0999, "0.10")]
    [InlineData(0.00403, "0.0040")]
    [InlineData(-18.8, "−19")]
    [InlineData(3e-12, "<0.0000000001")]
    public void A_variance_has_two_digits_that_say_something(double value, string printed) => Assert.Equal(printed, NumberFormat.TwoDigits(value));

    [Theory]
    [InlineData(0.00099, "p < 0.001")]
    [InlineData(0.045, "p = 0.045")]
    [InlineData(0.2195, "p = 0.22")]
    [InlineData(0.9999, "p > 0.99")]
    public void A_p_value_is_never_zero_and_never_one(double p, string printed) => Assert.Equal(printed, NumberFormat.P(p));

    [Theory]
    [InlineData(0.667, "40 minutes")]
    [InlineData(1, "1 hour")]
    [InlineData(24, "24 hours")]
    [InlineData(100, "100 hours")]
    [InlineData(672, "28 days")]
    public void A_time_is_in_the_unit_that_people_say(double hours, string printed) => Assert.Equal(printed, NumberFormat.Time((decimal)hours));

    [Theory]
    [InlineData("Grunebaum 2017", 200, "Grunebaum 2017")]
    [InlineData("Grunebaum 2017", 60, "Gruneba…")]
    public void A_text_that_is_too_wide_is_cut(string text, double room, string fitted)
    {
        Assert.Equal(fitted, PlotText.Fit(text, 12, room));
        Assert.True(PlotText.Width(fitted, 12) <= room);
    }

    [Fact]
    public void Lines_break_at_spaces_but_not_around_a_sign() =>
        Assert.Equal(["df = 8,", "p = 0.13"], PlotText.Wrap("df = 8, p = 0.13", 12, 60));
}
