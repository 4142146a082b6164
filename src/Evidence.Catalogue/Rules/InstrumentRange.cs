namespace Evidence.Catalogue.Rules;

/// <summary>Checks that means lie inside the range of their instrument, if the vocabulary has one.</summary>
internal static class InstrumentRange
{
    /// <summary>Checks that a mean is a possible score.</summary>
    public static ValidationIssue? CheckScore(string at, decimal? mean, string? instrument) =>
        Find(instrument) is var (name, min, max)
            ? Rule.Within(at, mean, min, max, $"every score of {name}")
            : null;

    /// <summary>Checks that a change, or a difference of two scores, is at most the width of the scale either way.</summary>
    public static ValidationIssue? CheckDifference(string at, decimal? difference, string? instrument) =>
        Find(instrument) is var (name, min, max)
            ? Rule.Within(at, difference, min - max, max - min, $"every difference of two scores of {name}")
            : null;

    private static (string Name, decimal Min, decimal Max)? Find(string? instrument) =>
        instrument is not null && Vocabulary.Get("instrument").Find(instrument) is { RangeMin: { } min, RangeMax: { } max } term
            ? (term.Label, min, max)
            : null;
}
