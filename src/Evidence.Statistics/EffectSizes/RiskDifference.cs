namespace Evidence.Statistics.EffectSizes;

/// <summary>Computes the difference of two risks (RD).</summary>
public static class RiskDifference
{
    public static Method Method { get; } = new(
        "Risk difference",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.4.1");

    /// <summary>Computes a/n1 - c/n2, with the variance p1 (1 - p1)/n1 + p2 (1 - p2)/n2, after the rule for zero cells.</summary>
    /// <remarks>
    /// The difference itself exists without the rule; its variance may be zero. Like metafor, one half is added unless another
    /// rule is given.
    /// </remarks>
    public static StatisticsResult<EffectSize> Compute(TwoByTwoTable table, ZeroCellRule? rule = null) =>
        (rule ?? ZeroCellRule.Default).Apply(table).Then(ComputeAdjusted);

    /// <summary>Computes the measure of a table to which the rule has already been applied.</summary>
    public static StatisticsResult<EffectSize> ComputeAdjusted(TwoByTwoTable table)
    {
        if (table.Validate() is { } error)
            return error;
        var first = table.FirstEvents / table.FirstPeople;
        var second = table.SecondEvents / table.SecondPeople;
        return EffectSize.From(
            first - second,
            first * (1 - first) / table.FirstPeople + second * (1 - second) / table.SecondPeople);
    }
}
