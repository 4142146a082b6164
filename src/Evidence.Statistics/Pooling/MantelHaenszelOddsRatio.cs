using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Pooling;

/// <summary>Pools tables to the Mantel-Haenszel odds ratio, as its logarithm.</summary>
public static class MantelHaenszelOddsRatio
{
    public static Method Method { get; } = new(
        "Mantel-Haenszel odds ratio",
        MantelHaenszel.Citation + "; variance Robins J, Breslow N, Greenland S. Estimators of the Mantel-Haenszel variance "
            + "consistent in both sparse data and large-strata limiting models. Biometrics. 1986;42(2):311-323");

    /// <summary>Computes ln(R/S) with R = Σ ad/N and S = Σ bc/N, and the variance of Robins, Breslow and Greenland.</summary>
    /// <param name="tables">The tables, which are used without an addend.</param>
    /// <param name="rule">The rule for zero cells in the test of heterogeneity only.</param>
    /// <param name="level">Level of the interval.</param>
    public static StatisticsResult<PooledEffect> Pool(IReadOnlyList<TwoByTwoTable> tables, ZeroCellRule? rule = null, double level = 0.95)
    {
        if (MantelHaenszel.Validate(tables) is { } error)
            return error;
        var r = tables.Sum(R);
        var s = tables.Sum(S);
        if (r == 0 || s == 0)
            return new StatisticsError(
                StatisticsErrorKind.NoInformation,
                "The Mantel-Haenszel odds ratio is zero or infinite: no table has both an event in one arm and none in the other");
        var variance = (tables.Sum(t => P(t) * R(t)) / (r * r)
            + tables.Sum(t => P(t) * S(t) + Q(t) * R(t)) / (r * s)
            + tables.Sum(t => Q(t) * S(t)) / (s * s)) / 2;
        var effects = (rule ?? ZeroCellRule.Default).Apply(tables).Select(table => table.Then(OddsRatio.ComputeAdjusted));
        return MantelHaenszel.Describe(Math.Log(r / s), variance, [.. tables.Select(S)], effects, level, Method);
    }

    private static double P(TwoByTwoTable t) => (t.FirstEvents + t.SecondOthers) / t.People;

    private static double Q(TwoByTwoTable t) => (t.FirstOthers + t.SecondEvents) / t.People;

    private static double R(TwoByTwoTable t) => t.FirstEvents * t.SecondOthers / t.People;

    private static double S(TwoByTwoTable t) => t.FirstOthers * t.SecondEvents / t.People;
}
