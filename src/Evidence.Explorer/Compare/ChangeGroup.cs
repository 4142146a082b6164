using Evidence.Catalogue;
using Evidence.Store.Indexing;

namespace Evidence.Explorer.Compare;

/// <summary>What one revision changed of one record.</summary>
/// <param name="Rows">The rows of the list of changes that are about it, on this page.</param>
public sealed record ChangeGroup(IReadOnlyList<ChangeRow> Rows)
{
    private const int MaxShownLength = 80;

    /// <summary>What holds for all of them: revision, reason, actor, record.</summary>
    public ChangeRow Head => Rows[0];

    /// <summary>The fields that differ.</summary>
    public IReadOnlyList<ChangeRow> Fields { get; } = [.. Rows.Where(row => row.Subject == "field")];

    /// <summary>The effects that differ.</summary>
    public IReadOnlyList<ChangeRow> Effects { get; } = [.. Rows.Where(row => row.Subject == "effect")];

    /// <summary>Where the record is read as of the revision, or as of the one before where it was withdrawn; null if it has no page.</summary>
    public string? Address => (Head.Kind switch { "study" => $"/studies/{Head.Record}", "claim" => $"/claims/{Head.Record}", _ => null }) is { } path
        ? FormattableString.Invariant($"{path}?revision={(Head.Change == "withdrawn" ? Head.Revision - 1 : Head.Revision)}")
        : null;

    /// <summary>Groups the rows of a page, in its order.</summary>
    public static IReadOnlyList<ChangeGroup> Group(IReadOnlyList<ChangeRow> rows) =>
        [.. rows.GroupBy(row => (row.Revision, row.Kind, row.Record)).Select(group => new ChangeGroup([.. group]))];

    /// <summary>Returns whether a value is short enough to be shown whole.</summary>
    public static bool IsShort(string value) => value.Length <= MaxShownLength;

    /// <summary>Returns the beginning of a value.</summary>
    public static string Beginning(string value) => value[..(char.IsHighSurrogate(value[MaxShownLength - 1]) ? MaxShownLength - 1 : MaxShownLength)] + "…";

    /// <summary>Returns what an effect compares, in words.</summary>
    public static string FormatName(ChangeRow effect) =>
        $"{effect.Arm} against {effect.Versus}, {(effect.Measure is { } measure ? Vocabulary.Get("effect-measure").Find(measure)?.Label.ToLowerInvariant() ?? measure : "")}";
}
