using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;
using static Evidence.Synthesis.Tests.Effects.HandMade;

namespace Evidence.Synthesis.Tests.Effects;

/// <summary>What an effect is computed from, and what is refused. Critical values of Student's t are R's <c>qt</c>.</summary>
[Trait("Lane", "fast")]
public sealed class PairEffectTests
{
    private const double Tolerance = 1e-9;
    private const double T15 = 2.13144954555978;
    private const double T15Of90Percent = 1.75305035569257;
    private const double T38 = 2.02439416391197;
    private const double Z = 1.95996398454005;
    private const double ZOf90Percent = 1.64485362695147;

    private static readonly Outcome Arms = Scores(Mean("ket", 20, -10, 8), Mean("pla", 20, -6, 9));
    private static readonly Outcome NoSpread = Scores(Mean("ket", 20, -10), Mean("pla", 20, -6));

    [Fact]
    public void Means_and_standard_deviations_go_before_a_contrast()
    {
        var effect = Of("md", Arms.WithContrast(Contrast("md", -5).Between(-6, -4)));
        Is(effect, "arms", -4, (64 / 20.0) + (81 / 20.0));
        Assert.Null(effect.Formula);

        effect = Of("smd", Arms); // escalc(measure="SMD"), to the digits that R prints.
        Assert.Equal(("arms", -0.4604, 0.1026), (effect.Basis, Math.Round(effect.Value!.Estimate, 4), Math.Round(effect.Value.Variance, 4)));
    }

    [Fact]
    public void A_standard_error_gives_the_spread()
    {
        var effect = Of("md", Scores(Mean("ket", 16, -10) with { Se = 2 }, Mean("pla", 20, -6, 9)));

        Is(effect, "arms-converted", -4, (64 / 16.0) + (81 / 20.0));
        Assert.Equal("sd = SE √n", effect.Formula);
    }

    [Theory]
    [InlineData(95, T15)]
    [InlineData(90, T15Of90Percent)]
    public void An_interval_of_a_mean_gives_the_spread_by_its_level(int level, double t)
    {
        var effect = Of("md", Scores(Mean("ket", 16, -10) with { CiLow = -12, CiHigh = -8, CiLevel = level }, Mean("pla", 20, -6, 9)));

        Is(effect, "arms-converted", -4, (4 / (t * t)) + (81 / 20.0));
    }

    [Fact]
    public void Each_way_in_which_a_spread_was_worked_out_is_told()
    {
        var effect = Of("md", Scores(Mean("ket", 16, -10) with { Se = 2 }, Mean("pla", 16, -6) with { CiLow = -8, CiHigh = -4, CiLevel = 95 }));

        Assert.Equal("sd = SE √n; sd = √n (upper - lower) / (2 t), n - 1 degrees of freedom", effect.Formula);
    }

    [Fact]
    public void A_standard_deviation_goes_before_a_standard_error_and_that_before_an_interval()
    {
        var full = Mean("ket", 16, -10, 8) with { Se = 3, CiLow = -20, CiHigh = 0, CiLevel = 95 };
        Is(Of("md", Scores(full, Mean("pla", 20, -6, 9))), "arms", -4, (64 / 16.0) + (81 / 20.0));
        Is(Of("md", Scores(full with { Sd = null }, Mean("pla", 20, -6, 9))), "arms-converted", -4, 9 + (81 / 20.0));
    }

    [Fact]
    public void A_crossover_is_paired_by_the_correlation_of_its_people()
    {
        var crossover = Arms with { Period = "both", WithinPersonCorrelation = 0.5m };
        Is(Of("md", crossover), "arms-paired", -4, (64 + 81 - 72) / 20.0);

        // Cochrane Handbook 23.2.7.2 with the correction of Hedges: J on 19 degrees of freedom, by R's lgamma.
        var g = 0.959910352924253 * -4 / Math.Sqrt((64 + 81) / 2.0);
        var paired = Of("smd", crossover);
        Assert.Equal("arms-paired", paired.Basis);
        Assert.Equal(g, paired.Value!.Estimate, Tolerance);
        Assert.Equal((1 / 20.0) + (g * g / 40), paired.Value.Variance, Tolerance);
    }

    [Fact]
    public void People_of_the_first_period_and_unequal_numbers_are_not_paired()
    {
        Is(Of("md", Arms with { Period = "first", WithinPersonCorrelation = 0.5m }), "arms", -4, 145 / 20.0);
        Is(Of("md", Arms with { Period = "both" }), "arms", -4, 145 / 20.0);
        var unequal = Scores(Mean("ket", 20, -10, 8), Mean("pla", 18, -6, 9)) with { Period = "both", WithinPersonCorrelation = 0.5m };
        Is(Of("md", unequal), "arms", -4, (64 / 20.0) + (81 / 18.0));
    }

    [Theory]
    [InlineData(20, 95, T38)]
    [InlineData(null, 95, Z)]
    [InlineData(null, 90, ZOf90Percent)]
    public void The_interval_of_a_reported_difference_gives_its_variance(int? n, int level, double critical)
    {
        var effect = Of("md", Scores(Mean("ket", n, -10), Mean("pla", n, -6)).WithContrast(Contrast("md", -4.5m).Between(-8.5m, -0.5m, level)));

        Is(effect, "contrast", -4.5, Math.Pow(8 / (2 * critical), 2));
    }

    [Theory]
    [InlineData("or")]
    [InlineData("rr")]
    public void A_reported_ratio_is_taken_on_its_logarithm(string measure) =>
        Is(Of(measure, Responses().WithContrast(Contrast(measure, 2).Between(1, 4))), "contrast", Math.Log(2), Math.Pow(Math.Log(4) / (2 * Z), 2));

    [Fact]
    public void A_reported_risk_difference_is_taken_as_it_is() =>
        Is(Of("rd", Responses().WithContrast(Contrast("rd", 0.2m).Between(0, 0.4m))), "contrast", 0.2, Math.Pow(0.4 / (2 * Z), 2));

    [Fact]
    public void A_p_value_gives_the_variance_where_there_is_no_interval()
    {
        // 4 / qt(.98, 38) and log(2) / qnorm(.98)
        Is(Of("md", NoSpread.WithContrast(Contrast("md", -4) with { P = 0.04m })), "contrast-p", -4, Math.Pow(1.88087123934765, 2));
        Is(Of("or", Responses().WithContrast(Contrast("or", 2) with { P = 0.04m })), "contrast-p", Math.Log(2), Math.Pow(Math.Log(2) / 2.05374891063182, 2));
        // An interval goes before it, in the same contrast or in another.
        Assert.Equal("contrast", Of("md", NoSpread.WithContrast(Contrast("md", -4).Between(-8, 0) with { P = 0.04m })).Basis);
        Assert.Equal("contrast", Of("md", NoSpread.WithContrast(Contrast("md", -4) with { P = 0.04m }).WithContrast(Contrast("md", -4).Between(-8, 0))).Basis);
    }

    [Fact]
    public void A_reported_difference_is_standardized_where_the_numbers_of_people_are_known()
    {
        var contrast = Contrast("md", -4) with { P = 0.04m };
        var effect = Of("smd", NoSpread.WithContrast(contrast));
        Is(effect, "contrast-converted", -0.659137353864226, 0.105430775640739); // R, by the formulas of Handbook 6.3.2 and 6.5.2.3
        Assert.Contains("sd = SE / √(1/n1 + 1/n2)", effect.Formula, StringComparison.Ordinal);

        Is(Of("smd", NoSpread.WithContrast(contrast).WithContrast(Contrast("smd", -0.5m).Between(-0.9m, -0.1m))), "contrast", -0.5, Math.Pow(0.8 / (2 * Z), 2));
        Refused(Of("smd", Scores().WithContrast(contrast)), "the numbers of people analysed are lacking");
        Refused(Of("smdh", NoSpread.WithContrast(contrast)), "No contrast with an estimate in this measure is reported either");
    }

    [Theory]
    [InlineData("0.05")]
    [InlineData("0.010")]
    [InlineData("0.005")]
    [InlineData("0.001")]
    [InlineData("0.0005")]
    [InlineData("0.0001")]
    public void A_p_value_that_may_be_a_bound_is_not_taken_for_a_value(string p) =>
        Refused(Of("md", NoSpread.WithContrast(Contrast("md", -4) with { P = decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture) })), "may be a bound");

    [Fact]
    public void A_lopsided_interval_is_not_taken_for_that_of_a_standard_error()
    {
        Refused(Of("md", NoSpread.WithContrast(Contrast("md", -4).Between(-12, -3))), "too lopsided");
        Refused(Of("md", NoSpread.WithContrast(Contrast("md", -4).Between(-12, -5))), "too lopsided");
        Assert.Equal("contrast", Of("md", NoSpread.WithContrast(Contrast("md", -4).Between(-9, -1))).Basis); // 3 to 5
        // What is symmetric as a ratio is not as a logarithm.
        Refused(Of("or", Responses().WithContrast(Contrast("or", 2.5m).Between(1, 4))), "too lopsided");
    }

    [Fact]
    public void A_contrast_that_gives_no_standard_error_says_what_is_lacking()
    {
        Refused(Of("or", Responses().WithContrast(Contrast("or", 2).Between(0, 4))), "reaches zero");
        Refused(Of("md", NoSpread.WithContrast(Contrast("md", -4).Between(-8, 0, level: null))), "neither an interval with its level nor a p value");
        Refused(Of("md", NoSpread.WithContrast(Contrast("md", null) with { P = 0.04m })), "No contrast with an estimate in this measure");
        Refused(Of("md", NoSpread.WithContrast(Contrast("md", 0) with { P = 0.9m })), "size of the estimate");
    }

    [Theory]
    [InlineData("median", 8.0, 20, "A median is reported, not a mean")]
    [InlineData("least-squares-mean", 8.0, null, "The number of people analysed is not reported of both arms")]
    [InlineData(null, null, 20, "No standard deviation, standard error or interval is reported of both arms")]
    public void Figures_of_arms_that_are_not_enough_say_what_is_lacking(string? paramType, double? sd, int? n, string missing) =>
        Refused(Of("md", Scores(Mean("ket", 20, -10, 8), Mean("pla", n, -6, (decimal?)sd) with { ParamType = paramType })), missing);

    [Fact]
    public void A_least_squares_mean_is_a_mean() =>
        Assert.Equal("arms", Of("md", Scores(Mean("ket", 20, -10, 8), Mean("pla", 20, -6, 9) with { ParamType = "least-squares-mean" })).Basis);

    [Fact]
    public void Figures_of_one_arm_alone_are_not_enough()
    {
        Refused(Of("md", Scores(Mean("ket", 20, -10, 8)).WithContrast(Contrast("md", null))), "Figures of both arms are not reported");
        Refused(Of("rr", Responses(Count("ket", 8, 20)).WithContrast(Contrast("rr", null))), "The counts of both arms are not reported");
    }

    [Theory]
    [InlineData("or")]
    [InlineData("rr")]
    [InlineData("peto")]
    public void A_table_in_which_nobody_or_everybody_has_the_event_has_no_ratio(string measure)
    {
        Refused(Of(measure, Responses(Count("ket", 0, 10), Count("pla", 0, 10))), "obody, or everybody");
        Refused(Of(measure, Responses(Count("ket", 10, 10), Count("pla", 12, 12))), "obody, or everybody");
    }

    [Fact]
    public void A_table_in_which_nobody_has_the_event_has_a_risk_difference() =>
        Is(Of("rd", Responses(Count("ket", 0, 10), Count("pla", 0, 10))), "arms", 0, 2 * (0.5 / 11 * (10.5 / 11)) / 11);

    [Theory]
    [InlineData("or", true)]
    [InlineData("rr", true)]
    [InlineData("rd", true)]
    [InlineData("peto", false)]
    public void What_was_added_to_a_table_with_a_zero_cell_is_told(string measure, bool isTold)
    {
        Assert.Equal(isTold ? "1/2 added to each cell, because one is zero" : null, Of(measure, Responses(Count("ket", 0, 10), Count("pla", 3, 10))).Formula);
        Assert.Null(Of(measure, Responses(Count("ket", 1, 10), Count("pla", 3, 10))).Formula);
    }

    [Fact]
    public void One_half_is_added_to_each_cell_of_a_table_with_a_zero_cell() =>
        Is(Of("or", Responses(Count("ket", 0, 10), Count("pla", 3, 10))), "arms", Math.Log(0.5 * 7.5 / (10.5 * 3.5)), (1 / 0.5) + (1 / 10.5) + (1 / 3.5) + (1 / 7.5));

    private static PairEffect Of(string measure, Outcome outcome) =>
        PairEffect.Compute(TermConverter.Parse<EffectMeasure>(measure), outcome, Assert.Single(ArmPair.CreateAll(Study([Experimental("ket"), Control("pla")], outcome), outcome)));

    private static void Is(PairEffect effect, string basis, double estimate, double variance)
    {
        Assert.Equal((basis, null), (effect.Basis, effect.Missing));
        Assert.Equal(estimate, effect.Value!.Estimate, Tolerance);
        Assert.Equal(variance, effect.Value.Variance, Tolerance);
    }

    private static void Refused(PairEffect effect, string why)
    {
        Assert.Equal((null, null), (effect.Value, effect.Basis));
        Assert.Contains(why, effect.Missing, StringComparison.Ordinal);
    }
}
