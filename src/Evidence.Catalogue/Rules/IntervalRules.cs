namespace Evidence.Catalogue.Rules;

/// <summary>Checks that a confidence interval runs upwards, contains its estimate and says its level. One limit alone is a one-sided interval.</summary>
internal static class IntervalRules
{
    public static IEnumerable<ValidationIssue> Check(string at, string estimateMember, decimal? estimate, decimal? low, decimal? high, decimal? level) =>
        Rule.Issues(
            CheckOrder($"{at}/ciLow", low, high),
            CheckEstimate($"{at}/{estimateMember}", estimate, low, high),
            CheckLevel($"{at}/ciLevel", level),
            WarnOfMissingLevel($"{at}/ciLevel", low ?? high, level));

    private static ValidationIssue? CheckOrder(string at, decimal? low, decimal? high) =>
        low > high ? ValidationIssue.Error(at, $"{low} is above ciHigh, {high}; expected the lower limit") : null;

    /// <summary>Checks that the interval contains the estimate. Limits in the wrong order are reported once, and not for the estimate too.</summary>
    private static ValidationIssue? CheckEstimate(string at, decimal? estimate, decimal? low, decimal? high) =>
        low > high ? null
        : estimate < low ? ValidationIssue.Error(at, $"{estimate} is below its interval, which begins at {low}")
        : estimate > high ? ValidationIssue.Error(at, $"{estimate} is above its interval, which ends at {high}")
        : null;

    /// <summary>Checks that the level is in percent: one of one or less is a share where a percentage belongs.</summary>
    private static ValidationIssue? CheckLevel(string at, decimal? level) => level is <= 1 or >= 100
        ? ValidationIssue.Error(at, $"{level} is no level in percent; expected more than 1 and less than 100, as 95")
        : null;

    /// <summary>Warns of an interval without a level: a source that prints none usually means 95, but that is for a reader to decide.</summary>
    private static ValidationIssue? WarnOfMissingLevel(string at, decimal? limit, decimal? level) => limit is not null && level is null
        ? ValidationIssue.Warning(at, "The interval has no level; expected ciLevel where the source states it")
        : null;
}
