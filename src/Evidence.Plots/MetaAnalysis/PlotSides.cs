using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>What the two sides of a pool are called: the intervention where all studies have the same, else by their part.</summary>
/// <param name="First">The first side.</param>
/// <param name="Second">The side that it is compared with.</param>
internal sealed record PlotSides(string First, string Second)
{
    /// <summary>What the first side is called where studies differ.</summary>
    public const string AnyFirst = "first arm";

    /// <summary>What the second side is called where studies differ.</summary>
    public const string AnySecond = "comparator";

    private const int LongName = 16;
    private const string Unspecific = Terms.Intervention.Other;

    /// <summary>Creates the sides from the rows.</summary>
    public static PlotSides FromRows(IReadOnlyList<PoolRow> rows)
    {
        var first = Common(rows.Select(row => row.Intervention));
        var second = Common(rows.Select(row => row.Comparator));
        return first is not null && first == second ? new PlotSides(AnyFirst, AnySecond) : new PlotSides(first ?? AnyFirst, second ?? AnySecond);
    }

    /// <summary>Returns what a row compares: the interventions, with the route where it is all that tells them apart.</summary>
    public static string Contrast(PoolRow row)
    {
        var route = row.Intervention == row.Comparator ? $" ({PlotTerms.Label("route", row.Route)})" : "";
        return $"{ShortName(row.Intervention)}{route} vs {ShortName(row.Comparator)}";
    }

    /// <summary>Returns which side effects below no effect speak for, and which those above it; by the direction of the outcomes.</summary>
    public (string Below, string Above) Favoured(string benefit) => benefit == Terms.Benefit.Negative ? (First, Second) : (Second, First);

    /// <summary>Returns the sides as a sentence names them.</summary>
    public PlotSides WithArticles() => new(First == AnyFirst ? $"the {First}" : First, Second == AnySecond ? $"the {Second}" : Second);

    /// <summary>Returns the name, or the term where that is short for it, as ECT is.</summary>
    private static string ShortName(string intervention) =>
        Name(intervention) is { Length: <= LongName } name ? name : intervention.Length <= 3 ? intervention.ToUpperInvariant() : Name(intervention);

    private static string Name(string intervention) => PlotTerms.Label("intervention", intervention);

    private static string? Common(IEnumerable<string> interventions) =>
        interventions.Distinct().ToList() is [var one] && one != Unspecific ? Name(one) : null;
}
