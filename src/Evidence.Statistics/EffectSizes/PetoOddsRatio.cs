namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes Peto's one-step odds ratio as its logarithm; it suits rare events and arms of similar size.</summary>
public static class PetoOddsRatio
{
    public static Method Method { get; } = new(
        "Peto's log odds ratio",
        "Yusuf S, Peto R, Lewis J, Collins R, Sleight P. Beta blockade during and after myocardial infarction. Prog Cardiovasc "
            + "Dis. 1985;27(5):335-371");

    /// <summary>
    /// Computes (O - E)/V, with the variance 1/V. The default rule adds no addend, because a single zero cell does no harm.
    /// </summary>
    public static StatisticsResult<EffectSize> Compute(TwoByTwoTable table, ZeroCellRule? rule = null) =>
        (rule ?? ZeroCellRule.None).Apply(table).Then(ComputeAdjusted);

    /// <summary>Computes the measure of a table to which the rule has already been applied.</summary>
    public static StatisticsResult<EffectSize> ComputeAdjusted(TwoByTwoTable table)
    {
        if (table.Validate() is { } error)
            return error;
        var variance = HypergeometricVariance(table);
        return variance > 0
            ? EffectSize.From(ObservedMinusExpected(table) / variance, 1 / variance)
            : new StatisticsError(StatisticsErrorKind.NoInformation, "Nobody, or everybody, has the event; Peto's odds ratio is not defined");
    }

    /// <summary>Counts the events in the first arm beyond those expected: a - (a + c) n1/N.</summary>
    internal static double ObservedMinusExpected(TwoByTwoTable table) =>
        table.FirstEvents - (table.FirstEvents + table.SecondEvents) * table.FirstPeople / table.People;

    /// <summary>Computes V = (a + c)(b + d) n1 n2 / (N² (N - 1)).</summary>
    internal static double HypergeometricVariance(TwoByTwoTable table) =>
        (table.FirstEvents + table.SecondEvents) * (table.FirstOthers + table.SecondOthers)
            * (table.FirstPeople / table.People) * (table.SecondPeople / table.People) / (table.People - 1);
}
