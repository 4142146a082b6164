namespace Evidence.Catalogue.Rules;

/// <summary>Checks the conditions that many rules share. Each method returns the issue, or null if the rule is kept or the value absent.</summary>
internal static class Rule
{
    /// <summary>Returns the issues of checks, without the nulls.</summary>
    public static IEnumerable<ValidationIssue> Issues(params IEnumerable<ValidationIssue?> checks) => checks.OfType<ValidationIssue>();

    /// <summary>Checks that a value is zero or more.</summary>
    /// <param name="at">Place of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="what">What the value is, with its article: <c>a number of people</c>.</param>
    public static ValidationIssue? NotNegative(string at, decimal? value, string what) =>
        value < 0 ? ValidationIssue.Error(at, $"{value} is negative; {what} is zero or more") : null;

    /// <summary>Checks that a value is above zero.</summary>
    public static ValidationIssue? AboveZero(string at, decimal? value, string what) =>
        value <= 0 ? ValidationIssue.Error(at, $"{value} is {(value < 0 ? "negative" : "zero")}; {what} is above zero") : null;

    /// <summary>Checks that a value lies in a range.</summary>
    public static ValidationIssue? Within(string at, decimal? value, decimal min, decimal max, string what) =>
        value < min || value > max ? ValidationIssue.Error(at, $"{value} is outside {min} to {max}, where {what} lies") : null;

    /// <summary>Checks that a value is not above a maximum, which the message names.</summary>
    public static ValidationIssue? NotAbove(string at, decimal? value, decimal? max, string maxIs) =>
        value > max ? ValidationIssue.Error(at, $"{value} is more than the {max} {maxIs}") : null;

    /// <summary>Checks that the study has an arm.</summary>
    public static ValidationIssue? AnArm(string at, string? id, Study study) => id is null || study.Arms.Any(arm => arm.Id == id)
        ? null
        : ValidationIssue.NotAmong(at, id, "arm of this study", study.Arms.Select(arm => arm.Id));

    /// <summary>Checks that the study has a source.</summary>
    public static ValidationIssue? ASource(string at, string? key, Study study) => key is null || study.Sources.Any(source => source.Key == key)
        ? null
        : ValidationIssue.NotAmong(at, key, "key of this study's sources", study.Sources.Select(source => source.Key));

    /// <summary>Returns an issue for each item whose key an earlier one has; an item without a key repeats no other.</summary>
    public static IEnumerable<ValidationIssue> NoRepeats<T>(IReadOnlyList<T> items, Func<T, string?> key, Func<int, string> at)
    {
        var first = new Dictionary<string, int>();
        foreach (var (i, item) in items.Index())
        {
            if (key(item) is { } value && !first.TryAdd(value, i))
                yield return ValidationIssue.Error(at(i), $"'{ValidationIssue.Quote(value)}' stands at {at(first[value])} already; expected it once");
        }
    }
}
