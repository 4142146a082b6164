namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the risk ratio as its logarithm (RR).</summary>
public static class RiskRatio
{
    public static Method Method { get; } = new(
        "Log risk ratio",
        "Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics. "
            + "1978;34(3):469-474");

    /// <summary>Computes ln((a/n1)/(c/n2)), with the variance 1/a - 1/n1 + 1/c - 1/n2, after the rule for zero cells.</summary>
    public static StatisticsResult<EffectSize> Compute(TwoByTwoTable table, ZeroCellRule? rule = null) =>
        (rule ?? ZeroCellRule.Default).Apply(table).Then(ComputeAdjusted);

    /// <summary>Computes the measure of a table to which the rule has already been applied.</summary>
    public static StatisticsResult<EffectSize> ComputeAdjusted(TwoByTwoTable table)
    {
        if (table.Validate() is { } error)
            return error;
        if (table.FirstEvents == 0 || table.SecondEvents == 0)
            return new StatisticsError(
                StatisticsErrorKind.ZeroCell, "An arm has no events, so the log risk ratio is infinite; expected events in both");
        return EffectSize.From(
            Math.Log(table.FirstEvents / table.FirstPeople) - Math.Log(table.SecondEvents / table.SecondPeople),
            1 / table.FirstEvents - 1 / table.FirstPeople + 1 / table.SecondEvents - 1 / table.SecondPeople);
    }
}
