using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Fitting;

namespace Evidence.Statistics.Pooling;

/// <summary>
/// Holds what the three Mantel-Haenszel measures share: the estimates need no addend in zero cells, the test of heterogeneity
/// does.
/// </summary>
internal static class MantelHaenszel
{
    public const string Citation = "Mantel N, Haenszel W. Statistical aspects of the analysis of data from retrospective studies "
        + "of disease. J Natl Cancer Inst. 1959;22(4):719-748";

    /// <summary>Returns why the tables cannot be pooled, or null if they can.</summary>
    public static StatisticsError? Validate(IReadOnlyList<TwoByTwoTable> tables) => tables.Count == 0
        ? new StatisticsError(StatisticsErrorKind.NoEffects, "No tables were given; expected one or more")
        : tables.Select(table => table.Validate()).FirstOrDefault(error => error is not null);

    /// <summary>
    /// Describes the pooled effect with a Wald interval, and with Q over the tables' own effects about the pooled one.
    /// </summary>
    /// <param name="estimate">The pooled effect.</param>
    /// <param name="variance">Its variance.</param>
    /// <param name="weights">The weights of the tables.</param>
    /// <param name="effects">The tables' effects; those that are not defined are left out of Q.</param>
    /// <param name="level">Level of the interval.</param>
    /// <param name="method">The method, with the work to cite.</param>
    public static StatisticsResult<PooledEffect> Describe(
        double estimate, double variance, IReadOnlyList<double> weights, IEnumerable<StatisticsResult<EffectSize>> effects, double level, Method method)
    {
        if (!double.IsFinite(estimate) || !double.IsFinite(variance) || variance <= 0)
            return new StatisticsError(
                StatisticsErrorKind.NoInformation, "The tables together give no finite effect with a variance above zero");
        if (level is <= 0 or >= 1)
            return new StatisticsError(StatisticsErrorKind.InvalidInput, $"The level is {level}; expected one between 0 and 1");
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
            Notes = Notes(weights, defined.Count),
        };
    }

    private static List<Note> Notes(IReadOnlyList<double> weights, int defined)
    {
        List<Note> notes = [];
        if (weights.Count == 1)
            notes.Add(Note.SingleEffect);
        if (weights.Contains(0) || defined < weights.Count)
            notes.Add(Note.TablesWithoutInformation);
        return notes;
    }
}
