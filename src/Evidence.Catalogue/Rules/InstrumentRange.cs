namespace Evidence.Catalogue.Rules;

/// <summary>Means lie inside the range of their instrument, where the vocabulary knows one.</summary>
internal static class InstrumentRange
{
    public static Finding? OfScore(string at, decimal? mean, string? instrument) =>
        Find(instrument) is var (name, least, most)
            ? Rule.Within(at, mean, least, most, $"every score of {name}")
            : null;

    /// <summary>A change, or a difference of two scores, is at most the width of the scale either way.</summary>
    public static Finding? OfDifference(string at, decimal? difference, string? instrument) =>
        Find(instrument) is var (name, least, most)
            ? Rule.Within(at, difference, least - most, most - least, $"every difference of two scores of {name}")
            : null;

    private static (string Name, decimal Least, decimal Most)? Find(string? instrument) =>
        instrument is not null && Vocabulary.Get("instrument").Find(instrument) is { RangeMin: { } least, RangeMax: { } most } term
            ? (term.Label, least, most)
            : null;
}
