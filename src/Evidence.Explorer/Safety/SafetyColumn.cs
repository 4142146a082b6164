using Evidence.Synthesis.Effects;

namespace Evidence.Explorer.Safety;

/// <summary>A column of the table: what its figures are about, in any way that studies report it.</summary>
/// <param name="Name">Name in the address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Takes">Whether a figure belongs to it; the first column that takes it has it.</param>
public sealed record SafetyColumn(string Name, string Title, Func<EffectRow, bool> Takes)
{
    /// <summary>How studies name what the scale of dissociation asks for, where they count it as an adverse event.</summary>
    private static readonly string[] DissociationTerms = ["dissociat", "dereali", "depersonali"];

    private static readonly string[] PressureTerms = ["blood pressure", "hypertens", "hypotens"];

    /// <summary>The columns, benefit first.</summary>
    public static IReadOnlyList<SafetyColumn> All { get; } =
    [
        new("efficacy", "Depression severity, response", row => row.Domain is "depression-severity" or "response"),
        new("dissociation", "Dissociation", row => row.Domain is "dissociation" || Names(row, DissociationTerms)),
        new("blood-pressure", "Blood pressure", row => row.Domain is "blood-pressure" || Names(row, PressureTerms)),
        new("serious-adverse-event", "Serious adverse events", row => row.Domain is "serious-adverse-event"),
        new("discontinuation", "Discontinuation", row => row.Domain is "discontinuation" or "discontinuation-adverse-event"),
        new("mortality", "Deaths", row => row.Domain is "mortality"),
        new("adverse-event", "Other adverse events", row => row.Domain is "adverse-event" or "psychotomimetic" or "mania"),
    ];

    /// <summary>The domains that the columns are made of.</summary>
    public static IReadOnlyList<string> Domains { get; } =
    [
        "depression-severity", "response", "dissociation", "psychotomimetic", "mania", "blood-pressure", "adverse-event", "serious-adverse-event",
        "discontinuation", "discontinuation-adverse-event", "mortality",
    ];

    /// <summary>Returns the column of a figure.</summary>
    public static SafetyColumn Find(EffectRow row) => All.First(column => column.Takes(row));

    private static bool Names(EffectRow row, string[] terms) =>
        row is { Domain: "adverse-event", Term: { } term } && terms.Any(part => term.Contains(part, StringComparison.OrdinalIgnoreCase));
}
