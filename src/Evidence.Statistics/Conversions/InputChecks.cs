namespace Evidence.Statistics.Conversions;

/// <summary>Checks the figures that conversions are given; each check returns null if the figure is valid.</summary>
internal static class InputChecks
{
    public static StatisticsError? CheckPositive(double value, string name) => double.IsFinite(value) && value > 0
        ? null
        : new StatisticsError(StatisticsErrorKind.InvalidInput, $"The {name} is {value}; expected a number above zero");

    public static StatisticsError? CheckPeople(double people) => double.IsFinite(people) && people > 1
        ? null
        : new StatisticsError(StatisticsErrorKind.InvalidInput, $"There are {people} people; expected more than one");

    public static StatisticsError? CheckPValue(double pValue) => pValue is > 0 and < 1
        ? null
        : new StatisticsError(StatisticsErrorKind.InvalidInput, $"The p value is {pValue}; expected one between 0 and 1");

    public static StatisticsError? CheckCorrelation(double correlation) => correlation is >= -1 and <= 1
        ? null
        : new StatisticsError(StatisticsErrorKind.InvalidInput, $"The correlation is {correlation}; expected one from -1 to 1");

    public static StatisticsError? CheckInterval(Interval interval) =>
        double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) && interval.Lower < interval.Upper && interval.Level is > 0 and < 1
            ? null
            : new StatisticsError(
                StatisticsErrorKind.InvalidInput,
                $"The interval is {interval.Lower} to {interval.Upper} at {interval.Level}; expected a lower bound below the "
                    + "upper, at a level between 0 and 1");
}
