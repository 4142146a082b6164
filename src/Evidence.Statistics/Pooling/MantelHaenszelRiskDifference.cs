using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Pooling;

/// <summary>Pools tables to the Mantel-Haenszel risk difference.</summary>
public static class MantelHaenszelRiskDifference
{
    public static Method Method { get; } = new(
        "Mantel-Haenszel risk difference",
        "Greenland S, Robins JM. Estimation of a common effect parameter from sparse follow-up data. Biometrics. "
            + "1985;41(1):55-68; "
            + "variance Sato T, Greenland S, Robins JM. On the variance estimator for the Mantel-Haenszel risk difference. "
            + "Biometrics. 1989;45(4):1323-1324");

    /// <summary>Computes Σ (a n2 - c n1)/N over Σ n1 n2/N, with the variance of Sato, Greenland and Robins.</summary>
    /// <param name="tables">The tables, which are used without an addend.</param>
    /// <param name="rule">The rule for zero cells in the test of heterogeneity only.</param>
    /// <param name="level">Level of the interval.</param>
    public static StatisticsResult<PooledEffect> Pool(IReadOnlyList<TwoByTwoTable> tables, ZeroCellRule? rule = null, double level = 0.95)
    {
        if (MantelHaenszel.Validate(tables) is { } error)
            return error;
        var weight = tables.Sum(Weight);
        var estimate = tables.Sum(t => (t.FirstEvents * t.SecondPeople - t.SecondEvents * t.FirstPeople) / t.People) / weight;
        var variance = (estimate * tables.Sum(P) + tables.Sum(Q)) / (weight * weight);
        var effects = (rule ?? ZeroCellRule.Default).Apply(tables).Select(table => table.Then(RiskDifference.ComputeAdjusted));
        return MantelHaenszel.Describe(estimate, variance, [.. tables.Select(Weight)], effects, level, Method);
    }

    private static double Weight(TwoByTwoTable t) => t.FirstPeople * t.SecondPeople / t.People;

    /// <summary>Computes (n1² c - n2² a + n1 n2 (n2 - n1)/2) / N² (Sato et al. 1989).</summary>
    private static double P(TwoByTwoTable t) =>
        (t.FirstPeople * t.FirstPeople * t.SecondEvents - t.SecondPeople * t.SecondPeople * t.FirstEvents
            + t.FirstPeople * t.SecondPeople * (t.SecondPeople - t.FirstPeople) / 2) / (t.People * t.People);

    /// <summary>Computes (a (n2 - c) + c (n1 - a)) / (2N) (Sato et al. 1989).</summary>
    private static double Q(TwoByTwoTable t) => (t.FirstEvents * t.SecondOthers + t.SecondEvents * t.FirstOthers) / (2 * t.People);
}
