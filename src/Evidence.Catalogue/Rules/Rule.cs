namespace Evidence.Catalogue.Rules;

/// <summary>The few shapes that rules come in. Each gives the finding, or nothing where the rule is kept or the value absent.</summary>
internal static class Rule
{
    public static IEnumerable<Finding> Findings(params IEnumerable<Finding?> checks) => checks.OfType<Finding>();

    /// <param name="at">Place of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="what">What the value is, with its article: <c>a number of people</c>.</param>
    public static Finding? NotNegative(string at, decimal? value, string what) =>
        value < 0 ? Finding.Error(at, $"{value} is negative; {what} is zero or more") : null;

    public static Finding? AboveZero(string at, decimal? value, string what) =>
        value <= 0 ? Finding.Error(at, $"{value} is {(value < 0 ? "negative" : "zero")}; {what} is above zero") : null;

    public static Finding? Within(string at, decimal? value, decimal least, decimal most, string what) =>
        value < least || value > most ? Finding.Error(at, $"{value} is outside {least} to {most}, where {what} lies") : null;

    public static Finding? NotAbove(string at, decimal? value, decimal? most, string mostIs) =>
        value > most ? Finding.Error(at, $"{value} is more than the {most} {mostIs}") : null;

    public static Finding? AnArm(string at, string? id, Study study) => id is null || study.Arms.Any(arm => arm.Id == id)
        ? null
        : Finding.NotAmong(at, id, "arm of this study", study.Arms.Select(arm => arm.Id));

    public static Finding? ASource(string at, string? key, Study study) => key is null || study.Sources.Any(source => source.Key == key)
        ? null
        : Finding.NotAmong(at, key, "key of this study's sources", study.Sources.Select(source => source.Key));

    /// <summary>One finding for each item whose key an earlier one has; an item without a key repeats nothing.</summary>
    public static IEnumerable<Finding> NoRepeats<T>(IReadOnlyList<T> items, Func<T, string?> key, Func<int, string> at)
    {
        var first = new Dictionary<string, int>();
        foreach (var (i, item) in items.Index())
        {
            if (key(item) is { } value && !first.TryAdd(value, i))
                yield return Finding.Error(at(i), $"'{Finding.Shown(value)}' stands at {at(first[value])} already; expected it once");
        }
    }
}
