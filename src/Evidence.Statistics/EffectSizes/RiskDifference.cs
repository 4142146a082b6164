namespace Evidence.Statistics.EffectSizes;

/// <summary>Difference of two risks (RD).</summary>
public static class RiskDifference
{
    /// <summary>The method.</summary>
    public static Method Method { get; } = new(
        "Risk difference",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, section 6.4.1");

    /// <summary>a/n1 - c/n2, with the variance p1 (1 - p1)/n1 + p2 (1 - p2)/n2, after the rule for zero cells.</summary>
    /// <remarks>
    /// The difference itself exists without the rule; its variance may be zero. Like metafor, one half is added unless another
    /// rule is given.
    /// </remarks>
    public static Answer<EffectSize> Of(TwoByTwoTable table, ZeroCellRule? rule = null) =>
        (rule ?? ZeroCellRule.Default).Apply(table).Then(OfAdjusted);

    /// <summary>The measure of a table that the rule has already been applied to.</summary>
    public static Answer<EffectSize> OfAdjusted(TwoByTwoTable table)
    {
        if (table.Fault() is { } fault)
            return fault;
        var first = table.FirstEvents / table.FirstPeople;
        var second = table.SecondEvents / table.SecondPeople;
        return EffectSize.From(
            first - second,
            first * (1 - first) / table.FirstPeople + second * (1 - second) / table.SecondPeople);
    }
}
