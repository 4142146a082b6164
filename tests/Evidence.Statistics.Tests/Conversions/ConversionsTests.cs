using Evidence.Statistics.Conversions;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Tests.Conversions;

public class ConversionsTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void A_standard_deviation_comes_back_from_its_standard_error() =>
        Assert.Equal(9.0, StandardDeviation.FromStandardError(1.8, 25).Value!.Value, Tolerance);

    [Fact]
    public void A_standard_deviation_comes_back_from_the_interval_that_it_gave()
    {
        // R: 12 + c(-1, 1) * qt(.975, 24) * 9 / 5
        var interval = new Interval(8.2849825890695635, 15.715017410930437, 0.95);
        Assert.Equal(9.0, StandardDeviation.FromConfidenceInterval(interval, 25).Value!.Value, 1e-8);
    }

    [Fact]
    public void The_spread_within_arms_comes_back_from_error_interval_and_p_of_their_difference()
    {
        // Two arms of 20 and 30 with sd 8: SE = 8 √(1/20 + 1/30); the difference is 5.
        var error = 8 * Math.Sqrt(1 / 20.0 + 1 / 30.0);
        var margin = Distributions.StudentCriticalValue(0.95, 48) * error;
        var p = Distributions.StudentTwoSided(5 / error, 48);
        Assert.Equal(8, WithinArmStandardDeviation.FromStandardError(error, 20, 30).Value!.Value, Tolerance);
        Assert.Equal(8, WithinArmStandardDeviation.FromConfidenceInterval(new Interval(5 - margin, 5 + margin, 0.95), 20, 30).Value!.Value, Tolerance);
        Assert.Equal(8, WithinArmStandardDeviation.FromPValue(-5, p, 20, 30).Value!.Value, Tolerance);
    }

    [Fact]
    public void The_error_of_a_log_ratio_comes_from_the_interval_of_the_ratio()
    {
        // Handbook 6.3.2: a ratio whose interval is symmetrical on the log scale.
        var error = 0.25;
        var interval = new Interval(Math.Exp(0.4 - 1.959963984540054 * error), Math.Exp(0.4 + 1.959963984540054 * error), 0.95);
        Assert.Equal(error, StandardError.FromRatioInterval(interval).Value!.Value, Tolerance);
    }

    [Fact]
    public void The_error_comes_from_estimate_and_statistic_whatever_their_signs() =>
        Assert.Equal(0.5, StandardError.FromStatistic(-1.5, 3).Value!.Value, Tolerance);

    [Fact]
    public void Combined_arms_have_the_mean_and_spread_of_all_their_people()
    {
        double[] one = [3, 5, 8, 1], two = [10, 12, 7], three = [2, 2.5];
        double[] all = [.. one, .. two, .. three];
        var combined = CombinedArm.Combine([Arm(one), Arm(two), Arm(three)]).Value!;
        Assert.Equal(Arm(all).People, combined.People);
        Assert.Equal(Arm(all).Mean, combined.Mean, Tolerance);
        Assert.Equal(Arm(all).StandardDeviation, combined.StandardDeviation, Tolerance);
    }

    [Fact]
    public void Arms_combined_one_by_one_are_arms_combined_at_once()
    {
        MeasuredArm[] arms = [new(10, 3, 1.5), new(20, 5, 2), new(7, 1, 4)];
        var stepwise = CombinedArm.Combine([CombinedArm.Combine([arms[0], arms[1]]).Value!, arms[2]]).Value!;
        Assert.Equal(CombinedArm.Combine(arms).Value!.StandardDeviation, stepwise.StandardDeviation, Tolerance);
    }

    [Fact]
    public void Combined_counts_are_added_up_and_none_is_an_error()
    {
        Assert.Equal(new EventArm(9, 45), CombinedArm.Combine([new EventArm(4, 20), new EventArm(5, 25)]).Value);
        Assert.Equal(StatisticsErrorKind.NoEffects, CombinedArm.Combine(Array.Empty<EventArm>()).Error?.Kind);
    }

    [Fact]
    public void A_shared_arm_has_a_part_of_its_people_and_the_same_mean_and_risk()
    {
        Assert.Equal(new MeasuredArm(15, 8, 2), CombinedArm.Share(new MeasuredArm(45, 8, 2), 3));
        Assert.Equal(new EventArm(3, 15), CombinedArm.Share(new EventArm(9, 45), 3));
    }

    [Fact]
    public void An_arm_that_is_not_valid_cannot_be_combined() => Assert.Equal(
        StatisticsErrorKind.InvalidInput, CombinedArm.Combine([new MeasuredArm(10, 1, 1), new MeasuredArm(1, 1, 1)]).Error?.Kind);

    [Fact]
    public void The_correlation_that_gave_a_change_comes_back_from_it()
    {
        var change = ChangeScore.ComputeStandardDeviation(8, 9, 0.6).Value!.Value;
        Assert.Equal(0.6, ChangeScore.ComputeCorrelation(8, 9, change).Value!.Value, Tolerance);
    }

    [Fact]
    public void Figures_that_no_correlation_could_give_are_refused() =>
        Assert.Equal(StatisticsErrorKind.InvalidInput, ChangeScore.ComputeCorrelation(2, 2, 10).Error?.Kind);

    /// <summary>The table holds the examples of Newcombe 1998, table I, method 3, to the four decimals that it prints.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_of_a_proportion_is_that_of_Newcombes_examples(double events, double people, double lower, double upper)
    {
        var interval = ArmInterval.ComputeForProportion(events, people).Value!;

        Assert.Equal(lower, interval.Lower, 5e-5);
        Assert.Equal(upper, interval.Upper, 5e-5);
    }

    [Fact]
    public void The_interval_of_a_mean_is_that_of_t()
    {
        var interval = ArmInterval.ComputeForMean(-8, 2, 17).Value!; // qt(.975, 16) is 2.119905

        Assert.Equal(-8 - (2 * 2.119905), interval.Lower, 1e-5);
        Assert.Equal(-8 + (2 * 2.119905), interval.Upper, 1e-5);
    }

    public static TheoryData<string, object?> Nonsense => new()
    {
        { "more events than people", ArmInterval.ComputeForProportion(3, 2).Error },
        { "a mean without an error", ArmInterval.ComputeForMean(1, 0, 10).Error },
        { "an error of zero", StandardDeviation.FromStandardError(0, 10).Error },
        { "one person", StandardDeviation.FromStandardError(1, 1).Error },
        { "bounds in the wrong order", StandardError.FromConfidenceInterval(new Interval(2, 1, 0.95)).Error },
        { "a level of 95", StandardError.FromConfidenceInterval(new Interval(1, 2, 95)).Error },
        { "a ratio below zero", StandardError.FromRatioInterval(new Interval(-1, 2, 0.95)).Error },
        { "a p value of zero", StandardError.FromPValue(1, 0).Error },
        { "no difference to divide by", StandardError.FromPValue(0, 0.5).Error },
        { "no degrees of freedom", WithinArmStandardDeviation.FromPValue(1, 0.5, 1, 1).Error },
        { "a correlation above one", ChangeScore.ComputeStandardDeviation(1, 1, 1.1).Error },
        { "no arms", CombinedArm.Combine(Array.Empty<MeasuredArm>()).Error },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Nonsense_is_refused(string what, object? refusal) => Assert.True(refusal is not null, what);

    private static MeasuredArm Arm(double[] values)
    {
        var mean = values.Average();
        return new MeasuredArm(values.Length, mean, Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (values.Length - 1)));
    }
}
