namespace Evidence.Statistics.EffectSizes;

/// <summary>
/// What is done about zero cells before a measure is computed: metafor's <c>add</c>, <c>to</c> and <c>drop00</c>.
/// </summary>
/// <param name="Addend">What is added to each of the four cells.</param>
/// <param name="Tables">Which tables it is added to.</param>
/// <param name="DropTablesWithoutInformation">Whether a table in which nobody, or everybody, has the event is refused.</param>
public sealed record ZeroCellRule(double Addend, ZeroCellTables Tables, bool DropTablesWithoutInformation = false)
{
    /// <summary>One half to each cell of tables that have a zero cell, as Cochrane and metafor do without being told.</summary>
    public static ZeroCellRule Default { get; } = new(0.5, ZeroCellTables.WithZeroCell);

    /// <summary>Nothing is added; a measure that is infinite is refused.</summary>
    public static ZeroCellRule None { get; } = new(0, ZeroCellTables.None);

    /// <summary>The rule applied to tables that are analysed together; a refusal stands in the place of its table.</summary>
    public IReadOnlyList<Answer<TwoByTwoTable>> Apply(IReadOnlyList<TwoByTwoTable> tables)
    {
        var anyZero = tables.Any(table => table.Fault() is null && table.HasZeroCell && !IsDropped(table));
        return [.. tables.Select(table => Apply(table, anyZero))];
    }

    /// <summary>The rule applied to one table by itself.</summary>
    public Answer<TwoByTwoTable> Apply(TwoByTwoTable table) => Apply(table, table.HasZeroCell);

    private Answer<TwoByTwoTable> Apply(TwoByTwoTable table, bool anyZero)
    {
        if (table.Fault() is { } fault)
            return fault;
        if (!double.IsFinite(Addend) || Addend < 0)
            return new Refusal(RefusalReason.InvalidInput, $"The addend for zero cells is {Addend}; expected zero or more");
        if (IsDropped(table))
            return new Refusal(
                RefusalReason.NoInformation,
                "Nobody, or everybody, in both arms has the event; the table is dropped by the rule");
        var isAdjusted = Tables switch
        {
            ZeroCellTables.WithZeroCell => table.HasZeroCell,
            ZeroCellTables.AllIfAnyHasZeroCell => anyZero,
            ZeroCellTables.All => true,
            ZeroCellTables.None => false,
            _ => throw new InvalidOperationException($"No such choice of tables: {Tables}"),
        };
        return isAdjusted ? table.Plus(Addend) : table;
    }

    private bool IsDropped(TwoByTwoTable table) => DropTablesWithoutInformation && table.IsWithoutInformation;
}

/// <summary>Which tables the addend goes to.</summary>
public enum ZeroCellTables
{
    /// <summary>Those that have a zero cell (<c>only0</c>).</summary>
    WithZeroCell,

    /// <summary>All, as soon as one has a zero cell (<c>if0all</c>).</summary>
    AllIfAnyHasZeroCell,

    /// <summary>All (<c>all</c>).</summary>
    All,

    /// <summary>None (<c>none</c>).</summary>
    None,
}
