using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Pooling;

/// <summary>Pools tables to the Mantel-Haenszel risk ratio, as its logarithm.</summary>
public static class MantelHaenszelRiskRatio
{
    public static Method Method { get; } = new(
        "Mantel-Haenszel risk ratio",
        "Greenland S, Robins JM. Estimation of a common effect parameter from sparse follow-up data. Biometrics. 1985;41(1):55-68");

    /// <summary>Computes ln(R/S) with R = Σ a n2/N and S = Σ c n1/N, and the variance of Greenland and Robins.</summary>
    /// <param name="tables">The tables, which are used without an addend.</param>
    /// <param name="rule">The rule for zero cells in the test of heterogeneity only.</param>
    /// <param name="level">Level of the interval.</param>
    public static StatisticsResult<PooledEffect> Pool(IReadOnlyList<TwoByTwoTable> tables, ZeroCellRule? rule = null, double level = 0.95)
    {
        if (MantelHaenszel.Validate(tables) is { } error)
            return error;
        var r = tables.Sum(t => t.FirstEvents * t.SecondPeople / t.People);
        var s = tables.Sum(S);
        if (r == 0 || s == 0)
            return new StatisticsError(
                StatisticsErrorKind.NoInformation,
                "An arm has no events in any table, so the Mantel-Haenszel risk ratio is zero or infinite");
        var variance = tables.Sum(t =>
            (t.FirstPeople * t.SecondPeople * (t.FirstEvents + t.SecondEvents) / t.People - t.FirstEvents * t.SecondEvents) / t.People) / (r * s);
        var effects = (rule ?? ZeroCellRule.Default).Apply(tables).Select(table => table.Then(RiskRatio.ComputeAdjusted));
        return MantelHaenszel.Describe(Math.Log(r / s), variance, [.. tables.Select(S)], effects, level, Method);
    }

    private static double S(TwoByTwoTable t) => t.SecondEvents * t.FirstPeople / t.People;
}
