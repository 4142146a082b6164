namespace Evidence.Statistics.EffectSizes;

/// <summary>Risk ratio, as its logarithm (RR).</summary>
public static class RiskRatio
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Log risk ratio",
        "Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics. "
            + "1978;34(3):469-474");

    /// <summary>ln((a/n1)/(c/n2)), with the variance 1/a - 1/n1 + 1/c - 1/n2, after the rule for zero cells.</summary>
    public static Answer<EffectSize> Of(TwoByTwoTable table, ZeroCellRule? rule = null) =>
        (rule ?? ZeroCellRule.Default).Apply(table).Then(OfAdjusted);

    /// <summary>The measure of a table that the rule has already been applied to.</summary>
    public static Answer<EffectSize> OfAdjusted(TwoByTwoTable table)
    {
        if (table.Fault() is { } fault)
            return fault;
        if (table.FirstEvents == 0 || table.SecondEvents == 0)
            return new Refusal(
                RefusalReason.ZeroCell, "An arm has no events, so the log risk ratio is infinite; expected events in both");
        return EffectSize.From(
            Math.Log(table.FirstEvents / table.FirstPeople) - Math.Log(table.SecondEvents / table.SecondPeople),
            1 / table.FirstEvents - 1 / table.FirstPeople + 1 / table.SecondEvents - 1 / table.SecondPeople);
    }
}
