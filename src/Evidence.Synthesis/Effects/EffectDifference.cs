namespace Evidence.Synthesis.Effects;

/// <summary>An effect that differs between two versions of a study: the row of before, the row of now, or both.</summary>
/// <param name="Old">The effect before; null if it is new.</param>
/// <param name="New">The effect now; null if it is gone.</param>
public sealed record EffectDifference(EffectRow? Old, EffectRow? New)
{
    /// <summary>What an effect is computed from, and how: a change of any is a change of the effect.</summary>
    private static readonly (string Name, Func<EffectRow, object?> Get)[] Figures =
    [
        ("n1i", row => row.N1i), ("m1i", row => row.M1i), ("sd1i", row => row.Sd1i), ("n2i", row => row.N2i), ("m2i", row => row.M2i), ("sd2i", row => row.Sd2i),
        ("ai", row => row.Ai), ("bi", row => row.Bi), ("ci", row => row.Ci), ("di", row => row.Di),
        ("reportedEstimate", row => row.ReportedEstimate), ("reportedCiLow", row => row.ReportedCiLow), ("reportedCiHigh", row => row.ReportedCiHigh),
        ("reportedP", row => row.ReportedP), ("benefit", row => row.Benefit), ("basis", row => row.Basis), ("notComputed", row => row.NotComputed),
    ];

    /// <summary>The row that says which effect it is.</summary>
    public EffectRow Either => New ?? Old!;

    /// <summary>The figures of before that are others now, as <c>sd1i=9.01, basis=arms</c>; of an effect that is gone all of them.</summary>
    public string? OldFigures => Old is null ? null : ListFigures(Old, New);

    /// <summary>The figures of now that were others before; of a new effect all of them.</summary>
    public string? NewFigures => New is null ? null : ListFigures(New, Old);

    /// <summary>Compares the rows of two versions, in the order of the new rows; what is gone comes last. An effect is identified by outcome, arms and measure.</summary>
    public static IEnumerable<EffectDifference> Compare(IReadOnlyList<EffectRow> old, IReadOnlyList<EffectRow> @new)
    {
        var before = old.ToDictionary(GetKey);
        foreach (var row in @new)
        {
            if (!before.Remove(GetKey(row), out var was))
                yield return new EffectDifference(null, row);
            else if (was.Yi != row.Yi || was.Vi != row.Vi || Figures.Any(figure => !Equals(figure.Get(was), figure.Get(row))))
                yield return new EffectDifference(was, row);
        }

        foreach (var row in old.Where(row => before.ContainsKey(GetKey(row))))
            yield return new EffectDifference(row, null);
    }

    private static (string Outcome, string Arm, string Versus, string Measure) GetKey(EffectRow row) => (row.Outcome, row.Arm, row.Versus, row.Measure);

    private static string? ListFigures(EffectRow row, EffectRow? other)
    {
        var shown = Figures
            .Where(figure => figure.Get(row) is not null && (other is null || !Equals(figure.Get(row), figure.Get(other))))
            .Select(figure => FormattableString.Invariant($"{figure.Name}={figure.Get(row)}"));
        return string.Join(", ", shown) is { Length: > 0 } figures ? figures : null;
    }
}
