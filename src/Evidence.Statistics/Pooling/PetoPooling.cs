using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Pooling;

/// <summary>Pools tables to Peto's one-step odds ratio, as its logarithm.</summary>
public static class PetoPooling
{
    /// <summary>Pools the tables: Σ(O - E)/ΣV, with the variance 1/ΣV. No addend goes to any table.</summary>
    /// <remarks>
    /// Q = Σ(O - E)²/V - (Σ(O - E))²/ΣV over the tables with V above zero, which are those that count for its degrees of freedom.
    /// </remarks>
    public static StatisticsResult<PooledEffect> Pool(IReadOnlyList<TwoByTwoTable> tables, double level = 0.95)
    {
        if (MantelHaenszel.Validate(tables) is { } error)
            return error;
        var variances = tables.Select(PetoOddsRatio.HypergeometricVariance).ToList();
        var total = variances.Sum();
        if (total <= 0)
            return new StatisticsError(StatisticsErrorKind.NoInformation, "Nobody, or everybody, has the event in every table");
        var estimate = tables.Sum(PetoOddsRatio.ObservedMinusExpected) / total;
        var effects = tables.Select(table => PetoOddsRatio.ComputeAdjusted(table));
        return MantelHaenszel.Describe(estimate, 1 / total, variances, effects, level, PetoOddsRatio.Method);
    }
}
