using Evidence.Api.Effects;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Plots;

namespace Evidence.Api.Explorer.SafetyTable;

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
            return $"{Words.Of("intervention", First.Intervention)}{dose}, {Words.Small(Words.Of("route", First.Route))}, against {Words.Small(Words.Of("intervention", First.Comparator))}";
        }
    }

    /// <summary>The columns in which the pair has no figure at any time.</summary>
    public IEnumerable<SafetyColumn> NotReported => SafetyColumn.All.Where(column => !Reports(column.Name));

    /// <summary>Whether the pair has a figure in a column.</summary>
    public bool Reports(string column) => Times.Any(time => time.Rows.Any(row => SafetyColumn.Of(row).Name == column));

    /// <summary>The pairs of the rows, by study.</summary>
    public static IReadOnlyList<SafetyPair> Of(IReadOnlyList<EffectRow> rows) =>
    [
        .. from row in rows
           group row by (row.Study, row.Arm, row.Versus) into pair
           where pair.Any(row => SafetyColumn.Of(row).Name != "efficacy")
           select new SafetyPair(
               pair.First(),
               [
                   .. from row in pair
                      group row by (row.TimeHours, row.TimeAnchor) into same
                      orderby same.Key.TimeHours, same.Key.TimeAnchor
                      select new SafetyTime(same.Key.TimeHours, same.Key.TimeAnchor, [.. same]),
               ]),
    ];

    private static string Number(decimal value) => Printed.AtMost((double)value, 3);
}

/// <summary>What was measured at one time.</summary>
/// <param name="Hours">Hours from the anchor.</param>
/// <param name="Anchor">What the time counts from.</param>
/// <param name="Rows">The figures.</param>
public sealed record SafetyTime(decimal Hours, string Anchor, IReadOnlyList<EffectRow> Rows)
{
    /// <summary>The figures of a column.</summary>
    public IReadOnlyList<EffectRow> Of(SafetyColumn column) => [.. Rows.Where(row => SafetyColumn.Of(row) == column)];

    /// <summary>The time in words.</summary>
    public string Title => Printed.Time(Hours) + (Anchor == "first-dose" ? "" : $" after {Words.Small(Words.Of("time-anchor", Anchor))}");
}
