using Evidence.Catalogue;
using Evidence.Plots.Drawing;
using Evidence.Plots.MetaAnalysis;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Explorer.Results;

/// <summary>Texts of the figures of effects in tables.</summary>
public static class EffectFigures
{
    /// <summary>Returns what the first side had: <c>−8.0 (9.01), n 115</c>, <c>30 of 47</c>.</summary>
    public static string First(PoolRow row) => Side(row.M1i, row.Sd1i, row.N1i, row.Ai, row.Bi);

    /// <summary>Returns what the second side had.</summary>
    public static string Second(PoolRow row) => Side(row.M2i, row.Sd2i, row.N2i, row.Ci, row.Di);

    /// <summary>Returns the figures of a side: events of people, or mean with standard deviation and number of people.</summary>
    public static string Side(double? mean, double? deviation, double? people, double? events, double? others)
    {
        if (events is { } with && others is { } without)
            return $"{NumberFormat.AtMost(with, 1)} of {NumberFormat.AtMost(with + without, 1)}";
        if (mean is null && people is null)
            return "not reported";
        var count = people is { } n ? $"n {NumberFormat.AtMost(n, 1)}" : "n not reported";
        return mean is { } value ? $"{NumberFormat.AtMost(value, 2)}{(deviation is { } sd ? $" ({NumberFormat.AtMost(sd, 2)})" : "")}, {count}" : count;
    }

    /// <summary>Returns what a row compares, with the arms of the study: <c>Esketamine (esk56 + esk84) against placebo</c>.</summary>
    public static string Contrast(PoolRow row) =>
        $"{Labels.Find("intervention", row.Intervention)}, {Labels.LowerFirst(Labels.Find("route", row.Route))} ({string.Join(" + ", row.Arms)}) against {Labels.LowerFirst(Labels.Find("intervention", row.Comparator))}";

    /// <summary>Returns what the two sides of the rows received, as headings: <c>Esketamine or ketamine</c>, <c>Placebo</c>.</summary>
    public static (string First, string Second) FindSides(IReadOnlyList<PoolRow> rows) =>
        (JoinNodes(rows.Select(row => row.Intervention)), JoinNodes(rows.Select(row => row.Comparator)));

    /// <summary>Returns by what and when it was measured: <c>MADRS, 24 hours</c>.</summary>
    public static string Measured(string? instrument, string? term, decimal hours)
    {
        var by = instrument is null ? term?.Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal) : Labels.Find("instrument", instrument);
        return by is null ? NumberFormat.Time(hours) : $"{by}, {NumberFormat.Time(hours)}";
    }

    /// <summary>Joins words with commas and a last <c>or</c>.</summary>
    public static string JoinWithOr(IEnumerable<string> words)
    {
        var list = words.Distinct().ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list.SkipLast(1))} or {list[^1]}";
    }

    private static string JoinNodes(IEnumerable<string> nodes)
    {
        var joined = JoinWithOr(nodes.Select(PlotTerms.Node).Order(StringComparer.Ordinal));
        return joined.Length > 0 ? char.ToUpperInvariant(joined[0]) + joined[1..] : joined;
    }
}
