using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Heterogeneity;

namespace Evidence.Statistics.Pooling;

/// <summary>
/// What the three Mantel-Haenszel measures share: the tables need nothing added, the test of heterogeneity does.
/// </summary>
internal static class MantelHaenszel
{
    public const string Mantel = "Mantel N, Haenszel W. Statistical aspects of the analysis of data from retrospective studies "
        + "of disease. J Natl Cancer Inst. 1959;22(4):719-748";

    /// <summary>The tables, or why they cannot be pooled.</summary>
    public static Refusal? Fault(IReadOnlyList<TwoByTwoTable> tables) => tables.Count == 0
        ? new Refusal(RefusalReason.NoEffects, "No tables were given; expected one or more")
        : tables.Select(table => table.Fault()).FirstOrDefault(fault => fault is not null);

    /// <summary>An answer with Wald interval, and Q over the tables' own effects about the pooled one.</summary>
    /// <param name="estimate">The pooled effect.</param>
    /// <param name="variance">Its variance.</param>
    /// <param name="weights">The weights of the tables.</param>
    /// <param name="effects">The tables' effects; those that are not defined are left out of Q.</param>
    /// <param name="level">Level of the interval.</param>
    /// <param name="method">The method.</param>
    public static Answer<PooledEffect> Describe(
        double estimate, double variance, IReadOnlyList<double> weights, IEnumerable<Answer<EffectSize>> effects, double level, Method method)
    {
        if (!double.IsFinite(estimate) || !double.IsFinite(variance) || variance <= 0)
            return new Refusal(
                RefusalReason.NoInformation, "The tables together give no finite effect with a variance above zero");
        if (level is <= 0 or >= 1)
            return new Refusal(RefusalReason.InvalidInput, $"The level is {level}; expected one between 0 and 1");
        List<EffectSize> defined = [.. effects.Select(effect => effect.Value).OfType<EffectSize>()];
        var q = defined.Sum(effect => (effect.Estimate - estimate) * (effect.Estimate - estimate) / effect.Variance);
        var standardError = Math.Sqrt(variance);
        var total = weights.Sum();
        return new PooledEffect
        {
            Count = weights.Count,
            Estimate = estimate,
            StandardError = standardError,
            Interval = Interval.Around(estimate, standardError, ReferenceDistribution.Normal, level),
            Test = ReferenceDistribution.Normal.Test(estimate, standardError),
            Weights = [.. weights.Select(weight => 100 * weight / total)],
            Heterogeneity = defined.Count > 1 ? HeterogeneityStatistics.FromQ(q, defined.Count - 1) : null,
            Methods = [method],
            Remarks = Remarks(weights, defined.Count),
        };
    }

    private static List<Remark> Remarks(IReadOnlyList<double> weights, int defined)
    {
        List<Remark> remarks = [];
        if (weights.Count == 1)
            remarks.Add(Remark.SingleEffect);
        if (weights.Contains(0) || defined < weights.Count)
            remarks.Add(Remark.TablesWithoutInformation);
        return remarks;
    }
}
