namespace Evidence.Catalogue.Rules;

/// <summary>A confidence interval runs upwards, holds its estimate and says its level. One limit alone is a one-sided interval.</summary>
internal static class IntervalRules
{
    public static IEnumerable<Finding> Check(string at, string estimateMember, decimal? estimate, decimal? low, decimal? high, decimal? level) =>
        Rule.Findings(
            Order($"{at}/ciLow", low, high),
            Holds($"{at}/{estimateMember}", estimate, low, high),
            Level($"{at}/ciLevel", level),
            LevelStated($"{at}/ciLevel", low ?? high, level));

    private static Finding? Order(string at, decimal? low, decimal? high) =>
        low > high ? Finding.Error(at, $"{low} is above ciHigh, {high}; expected the lower limit") : null;

    /// <summary>Where the limits are in the wrong order that is said once, and not of the estimate too.</summary>
    private static Finding? Holds(string at, decimal? estimate, decimal? low, decimal? high) =>
        low > high ? null
        : estimate < low ? Finding.Error(at, $"{estimate} is below its interval, which begins at {low}")
        : estimate > high ? Finding.Error(at, $"{estimate} is above its interval, which ends at {high}")
        : null;

    /// <summary>A level of one or less is a share where a percentage belongs.</summary>
    private static Finding? Level(string at, decimal? level) => level is <= 1 or >= 100
        ? Finding.Error(at, $"{level} is no level in percent; expected more than 1 and less than 100, as 95")
        : null;

    /// <summary>A warning: a source that prints no level most often means 95, but that is for a reader to decide.</summary>
    private static Finding? LevelStated(string at, decimal? limit, decimal? level) => limit is not null && level is null
        ? Finding.Warning(at, "The interval has no level; expected ciLevel where the source states it")
        : null;
}
