namespace Evidence.Statistics.Conversions;

/// <summary>What conversions ask of the figures they are given; null where all is well.</summary>
internal static class Checks
{
    public static Refusal? Positive(double value, string name) => double.IsFinite(value) && value > 0
        ? null
        : new Refusal(RefusalReason.InvalidInput, $"The {name} is {value}; expected a number above zero");

    public static Refusal? People(double people) => double.IsFinite(people) && people > 1
        ? null
        : new Refusal(RefusalReason.InvalidInput, $"There are {people} people; expected more than one");

    public static Refusal? PValue(double pValue) => pValue is > 0 and < 1
        ? null
        : new Refusal(RefusalReason.InvalidInput, $"The p value is {pValue}; expected one between 0 and 1");

    public static Refusal? Correlation(double correlation) => correlation is >= -1 and <= 1
        ? null
        : new Refusal(RefusalReason.InvalidInput, $"The correlation is {correlation}; expected one from -1 to 1");

    public static Refusal? Interval(Interval interval) =>
        double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) && interval.Lower < interval.Upper && interval.Level is > 0 and < 1
            ? null
            : new Refusal(
                RefusalReason.InvalidInput,
                $"The interval is {interval.Lower} to {interval.Upper} at {interval.Level}; expected a lower bound below the "
                    + "upper, at a level between 0 and 1");
}
