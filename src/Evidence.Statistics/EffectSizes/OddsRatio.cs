namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the odds ratio as its logarithm (OR).</summary>
public static class OddsRatio
{
    public static Method Method { get; } = new(
        "Log odds ratio",
        "Woolf B. On estimating the relation between blood group and disease. Ann Hum Genet. 1955;19(4):251-253");

    /// <summary>Computes ln(ad/bc), with the variance 1/a + 1/b + 1/c + 1/d, after the rule for zero cells.</summary>
    public static StatisticsResult<EffectSize> Compute(TwoByTwoTable table, ZeroCellRule? rule = null) =>
        (rule ?? ZeroCellRule.Default).Apply(table).Then(ComputeAdjusted);

    /// <summary>Computes the measure of a table to which the rule has already been applied.</summary>
    public static StatisticsResult<EffectSize> ComputeAdjusted(TwoByTwoTable table)
    {
        if (table.Validate() is { } error)
            return error;
        if (table.HasZeroCell)
            return new StatisticsError(
                StatisticsErrorKind.ZeroCell, "A cell is zero, so the log odds ratio is infinite; expected four cells above zero");
        return EffectSize.From(
            Math.Log(table.FirstEvents / table.FirstOthers) - Math.Log(table.SecondEvents / table.SecondOthers),
            1 / table.FirstEvents + 1 / table.FirstOthers + 1 / table.SecondEvents + 1 / table.SecondOthers);
    }
}
