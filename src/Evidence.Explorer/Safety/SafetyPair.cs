using Evidence.Catalogue;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.Effects;

namespace Evidence.Explorer.Safety;

/// <summary>Two arms of a study with every figure of benefit and harm, by time.</summary>
/// <param name="First">A figure of the pair, for what all have: study and arms.</param>
/// <param name="Times">The times at which something was measured, the earliest first.</param>
public sealed record SafetyPair(EffectRow First, IReadOnlyList<SafetyTime> Times)
{
    /// <summary>Identifier of the pair in the page.</summary>
    public string Id => $"{First.Study}-{First.Arm}-{First.Versus}";

    /// <summary>What is compared: <c>Ketamine 0.5 mg/kg, intravenous, against midazolam</c>.</summary>
    public string Contrast
    {
        get
        {
            var dose = First.Dose is { } least ? $" {Number(least)}{(First.DoseMax is { } most && most != least ? $"–{Number(most)}" : "")} {First.DoseUnit}" : "";
            return $"{Labels.Find("intervention", First.Intervention)}{dose}, {Labels.LowerFirst(Labels.Find("route", First.Route))}, against {Labels.LowerFirst(Labels.Find("intervention", First.Comparator))}";
        }
    }

    /// <summary>The columns in which the pair has no figure at any time.</summary>
    public IEnumerable<SafetyColumn> NotReported => SafetyColumn.All.Where(column => !Reports(column.Name));

    /// <summary>Returns whether the pair has a figure in a column.</summary>
    public bool Reports(string column) => Times.Any(time => time.Rows.Any(row => SafetyColumn.Find(row).Name == column));

    /// <summary>Groups rows by pairs of arms; pairs without a harm are left out.</summary>
    public static IReadOnlyList<SafetyPair> Group(IReadOnlyList<EffectRow> rows) =>
    [
        .. from row in rows
           group row by (row.Study, row.Arm, row.Versus) into pair
           where pair.Any(row => SafetyColumn.Find(row).Name != "efficacy")
           select new SafetyPair(
               pair.First(),
               [
                   .. from row in pair
                      group row by (row.TimeHours, row.TimeAnchor) into same
                      orderby same.Key.TimeHours, same.Key.TimeAnchor
                      select new SafetyTime(same.Key.TimeHours, same.Key.TimeAnchor, [.. same]),
               ]),
    ];

    private static string Number(decimal value) => NumberFormat.AtMost((double)value, 3);
}

/// <summary>What was measured at one time.</summary>
/// <param name="Hours">Hours from the anchor.</param>
/// <param name="Anchor">What the time counts from.</param>
/// <param name="Rows">The figures.</param>
public sealed record SafetyTime(decimal Hours, string Anchor, IReadOnlyList<EffectRow> Rows)
{
    /// <summary>Returns the figures of a column.</summary>
    public IReadOnlyList<EffectRow> Select(SafetyColumn column) => [.. Rows.Where(row => SafetyColumn.Find(row) == column)];

    /// <summary>The time in words.</summary>
    public string Title => NumberFormat.Time(Hours) + (Anchor == "first-dose" ? "" : $" after {Labels.LowerFirst(Labels.Find("time-anchor", Anchor))}");
}
