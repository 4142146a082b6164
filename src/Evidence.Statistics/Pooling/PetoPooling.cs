using Evidence.Statistics.EffectSizes;

namespace Evidence.Statistics.Pooling;

/// <summary>Peto's one-step pooled odds ratio, as its logarithm.</summary>
public static class PetoPooling
{
    /// <summary>Pools the tables: Σ(O - E)/ΣV, with the variance 1/ΣV. Nothing is added to any table.</summary>
    /// <remarks>
    /// Q = Σ(O - E)²/V - (Σ(O - E))²/ΣV over the tables with V above zero, which are those that count for its degrees of freedom.
    /// </remarks>
    public static Answer<PooledEffect> Pool(IReadOnlyList<TwoByTwoTable> tables, double level = 0.95)
    {
        if (MantelHaenszel.Fault(tables) is { } fault)
            return fault;
        var variances = tables.Select(PetoOddsRatio.HypergeometricVariance).ToList();
        var total = variances.Sum();
        if (total <= 0)
            return new Refusal(RefusalReason.NoInformation, "Nobody, or everybody, has the event in every table");
        var estimate = tables.Sum(PetoOddsRatio.ObservedMinusExpected) / total;
        var effects = tables.Select(table => PetoOddsRatio.OfAdjusted(table));
        return MantelHaenszel.Describe(estimate, 1 / total, variances, effects, level, PetoOddsRatio.Method);
    }
}
