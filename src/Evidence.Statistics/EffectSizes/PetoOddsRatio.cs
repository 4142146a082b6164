namespace Evidence.Statistics.EffectSizes;

/// <summary>Peto's one-step odds ratio, as its logarithm; for rare events and arms of like size.</summary>
public static class PetoOddsRatio
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Peto's log odds ratio",
        "Yusuf S, Peto R, Lewis J, Collins R, Sleight P. Beta blockade during and after myocardial infarction. Prog Cardiovasc "
            + "Dis. 1985;27(5):335-371");

    /// <summary>(O - E)/V, with the variance 1/V. Nothing is added without being told: a single zero cell does no harm.</summary>
    public static Answer<EffectSize> Of(TwoByTwoTable table, ZeroCellRule? rule = null) =>
        (rule ?? ZeroCellRule.None).Apply(table).Then(OfAdjusted);

    /// <summary>The measure of a table that the rule has already been applied to.</summary>
    public static Answer<EffectSize> OfAdjusted(TwoByTwoTable table)
    {
        if (table.Fault() is { } fault)
            return fault;
        var variance = HypergeometricVariance(table);
        return variance > 0
            ? EffectSize.From(ObservedMinusExpected(table) / variance, 1 / variance)
            : new Refusal(RefusalReason.NoInformation, "Nobody, or everybody, has the event; Peto's odds ratio is not defined");
    }

    /// <summary>Events in the first arm beyond those expected, a - (a + c) n1/N.</summary>
    internal static double ObservedMinusExpected(TwoByTwoTable table) =>
        table.FirstEvents - (table.FirstEvents + table.SecondEvents) * table.FirstPeople / table.People;

    /// <summary>V = (a + c)(b + d) n1 n2 / (N² (N - 1)).</summary>
    internal static double HypergeometricVariance(TwoByTwoTable table) =>
        (table.FirstEvents + table.SecondEvents) * (table.FirstOthers + table.SecondOthers)
            * (table.FirstPeople / table.People) * (table.SecondPeople / table.People) / (table.People - 1);
}
