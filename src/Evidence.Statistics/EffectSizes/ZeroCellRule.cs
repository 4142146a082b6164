namespace Evidence.Statistics.EffectSizes;

/// <summary>
/// States how zero cells are handled before a measure is computed: metafor's <c>add</c>, <c>to</c> and <c>drop00</c>.
/// </summary>
/// <param name="Addend">What is added to each of the four cells.</param>
/// <param name="Tables">Which tables it is added to.</param>
/// <param name="DropTablesWithoutInformation">Whether a table in which nobody, or everybody, has the event is an error.</param>
public sealed record ZeroCellRule(double Addend, ZeroCellTables Tables, bool DropTablesWithoutInformation = false)
{
    /// <summary>Adds one half to each cell of tables that have a zero cell, as Cochrane and metafor do by default.</summary>
    public static ZeroCellRule Default { get; } = new(0.5, ZeroCellTables.WithZeroCell);

    /// <summary>Adds no addend; a measure that is infinite is an error.</summary>
    public static ZeroCellRule None { get; } = new(0, ZeroCellTables.None);

    /// <summary>Applies the rule to tables that are analysed together; an error is in the place of its table.</summary>
    public IReadOnlyList<StatisticsResult<TwoByTwoTable>> Apply(IReadOnlyList<TwoByTwoTable> tables)
    {
        var anyZero = tables.Any(table => table.Validate() is null && table.HasZeroCell && !IsDropped(table));
        return [.. tables.Select(table => Apply(table, anyZero))];
    }

    /// <summary>Applies the rule to one table by itself.</summary>
    public StatisticsResult<TwoByTwoTable> Apply(TwoByTwoTable table) => Apply(table, table.HasZeroCell);

    private StatisticsResult<TwoByTwoTable> Apply(TwoByTwoTable table, bool anyZero)
    {
        if (table.Validate() is { } error)
            return error;
        if (!double.IsFinite(Addend) || Addend < 0)
            return new StatisticsError(StatisticsErrorKind.InvalidInput, $"The addend for zero cells is {Addend}; expected zero or more");
        if (IsDropped(table))
            return new StatisticsError(
                StatisticsErrorKind.NoInformation,
                "Nobody, or everybody, in both arms has the event; the table is dropped by the rule");
        var isAdjusted = Tables switch
        {
            ZeroCellTables.WithZeroCell => table.HasZeroCell,
            ZeroCellTables.AllIfAnyHasZeroCell => anyZero,
            ZeroCellTables.All => true,
            ZeroCellTables.None => false,
        };
        return isAdjusted ? table.Plus(Addend) : table;
    }

    private bool IsDropped(TwoByTwoTable table) => DropTablesWithoutInformation && table.IsWithoutInformation;
}

/// <summary>Names the tables to which the addend is added.</summary>
public enum ZeroCellTables
{
    /// <summary>The addend goes to the tables that have a zero cell (<c>only0</c>).</summary>
    WithZeroCell,

    /// <summary>The addend goes to all tables as soon as one has a zero cell (<c>if0all</c>).</summary>
    AllIfAnyHasZeroCell,

    /// <summary>The addend goes to all tables (<c>all</c>).</summary>
    All,

    /// <summary>The addend goes to no table (<c>none</c>).</summary>
    None,
}
