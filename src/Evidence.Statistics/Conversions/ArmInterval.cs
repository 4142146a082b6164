namespace Evidence.Statistics.Conversions;

/// <summary>Computes the 95% confidence interval of one arm's figure, for drawing it.</summary>
public static class ArmInterval
{
    private const double Level = 0.95;

    /// <summary>Names the method for a mean.</summary>
    public static Method MeanMethod { get; } = new(
        "Confidence interval of a mean, with t on n - 1 degrees of freedom",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.5.2.2");

    /// <summary>Names the method for a proportion.</summary>
    public static Method ProportionMethod { get; } = new(
        "Score interval of a proportion, without continuity correction",
        "Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven methods. Stat Med. 1998;17(8):857-872, method 3");

    /// <summary>Computes the interval of a mean: mean ± t SE.</summary>
    public static StatisticsResult<Interval> ComputeForMean(double mean, double standardError, double people) =>
        InputChecks.CheckPositive(standardError, "standard error") ?? InputChecks.CheckPeople(people)
            ?? (StatisticsResult<Interval>)Interval.Around(mean, standardError, new ReferenceDistribution(people - 1), Level);

    /// <summary>
    /// Computes the interval of a proportion: (2np + z² ± z √(z² + 4npq)) / (2(n + z²)) (Newcombe 1998, method 3). It stays
    /// between 0 and 1 and has a length even if nobody has the event.
    /// </summary>
    public static StatisticsResult<Interval> ComputeForProportion(double events, double people)
    {
        if (!(people > 0 && events >= 0 && events <= people && double.IsFinite(people)))
            return new StatisticsError(StatisticsErrorKind.InvalidInput, $"Found {events} events in {people} people; expected a count from zero to the number of people");
        var z = ReferenceDistribution.Normal.CriticalValue(Level);
        var proportion = events / people;
        var middle = (2 * events) + (z * z);
        var margin = z * Math.Sqrt((z * z) + (4 * events * (1 - proportion)));
        var width = 2 * (people + (z * z));
        return new Interval(Math.Max((middle - margin) / width, 0), Math.Min((middle + margin) / width, 1), Level);
    }
}
