using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Plots;
using Evidence.Api.MetaAnalysis;

namespace Evidence.Api.Explorer.Answering;

/// <summary>The figures of effects as a table prints them; nothing where the source says nothing.</summary>
public static class EffectFigures
{
    /// <summary>What the first side had: <c>−8.0 (9.01), n 115</c>, <c>30 of 47</c>.</summary>
    public static string First(PoolRow row) => Side(row.M1i, row.Sd1i, row.N1i, row.Ai, row.Bi);

    /// <summary>What the second side had.</summary>
    public static string Second(PoolRow row) => Side(row.M2i, row.Sd2i, row.N2i, row.Ci, row.Di);

    /// <summary>Figures of a side: events of people, or mean with standard deviation and number of people.</summary>
    public static string Side(double? mean, double? deviation, double? people, double? events, double? others)
    {
        if (events is { } with && others is { } without)
            return $"{Printed.AtMost(with, 1)} of {Printed.AtMost(with + without, 1)}";
        if (mean is null && people is null)
            return "not reported";
        var count = people is { } n ? $"n {Printed.AtMost(n, 1)}" : "n not reported";
        return mean is { } value ? $"{Printed.AtMost(value, 2)}{(deviation is { } sd ? $" ({Printed.AtMost(sd, 2)})" : "")}, {count}" : count;
    }

    /// <summary>What a row compares, with the arms of the study: <c>Esketamine (esk56 + esk84) against placebo</c>.</summary>
    public static string Contrast(PoolRow row) =>
        $"{Words.Of("intervention", row.Intervention)}, {Words.Small(Words.Of("route", row.Route))} ({string.Join(" + ", row.Arms)}) against {Words.Small(Words.Of("intervention", row.Comparator))}";

    /// <summary>By what and when it was measured: <c>MADRS, 24 hours</c>.</summary>
    public static string Measured(string? instrument, string? term, decimal hours)
    {
        var by = instrument is null ? term?.Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal) : Words.Of("instrument", instrument);
        return by is null ? Printed.Time(hours) : $"{by}, {Printed.Time(hours)}";
    }

    /// <summary>Words with commas and a last <c>or</c>.</summary>
    public static string Or(IEnumerable<string> words)
    {
        var list = words.Distinct().ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list.SkipLast(1))} or {list[^1]}";
    }
}
