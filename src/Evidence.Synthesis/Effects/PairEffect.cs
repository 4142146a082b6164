using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Synthesis.Effects;

/// <summary>An effect with the figures it was computed from, or why there is none.</summary>
/// <param name="Value">The effect.</param>
/// <param name="Basis">What it was computed from, a term of <c>effect-basis</c>.</param>
/// <param name="Formula">How figures that are not printed were calculated.</param>
/// <param name="Missing">Why there is no effect.</param>
public sealed record PairEffect(EffectSize? Value, string? Basis, string? Formula, string? Missing)
{
    /// <summary>
    /// The effect of a pair in a measure. Figures of the arms go before the contrast that the source reports, because anyone can compute them
    /// again; an interval goes before a p value.
    /// </summary>
    public static PairEffect Compute(EffectMeasure measure, Outcome outcome, ArmPair pair)
    {
        var fromArms = Measures.IsOfEvents(measure) ? ComputeFromEvents(measure, pair) : ComputeFromMeans(measure, outcome, pair);
        if (fromArms.Value is not null)
            return fromArms;
        var reported = ContrastEffect.Compute(measure, pair);
        return reported.Value is not null ? reported : NotComputed($"{fromArms.Missing}. {reported.Missing}");
    }

    internal static PairEffect NotComputed(string reason) => new(null, null, null, reason);

    internal static PairEffect From(StatisticsResult<EffectSize> result, string basis, string? formula) => result.IsSuccess
        ? new PairEffect(result.Value, basis, formula, null)
        : NotComputed(result.Error.Message);

    private static PairEffect ComputeFromEvents(EffectMeasure measure, ArmPair pair)
    {
        if (measure == EffectMeasure.Hr)
            return NotComputed("A hazard ratio cannot be computed from counts");
        if (FindTable(pair) is not { } table)
            return NotComputed("The counts of both arms are not reported");
        return From(Measures.ComputeFromTable(measure, table), Terms.EffectBasis.Arms, Measures.ZeroCellNote(measure, table));
    }

    private static PairEffect ComputeFromMeans(EffectMeasure measure, Outcome outcome, ArmPair pair)
    {
        var (first, second) = (ReportedArm.FromResult(pair.FirstResult), ReportedArm.FromResult(pair.SecondResult));
        if ((first.Missing ?? second.Missing) is { } missing)
            return NotComputed(missing);
        var formulas = new[] { first.Formula, second.Formula }.OfType<string>().Distinct().ToList();
        var formula = formulas.Count == 0 ? null : string.Join("; ", formulas);
        // Of the first period alone the arms are of different people, regardless of the correlation between periods.
        if (outcome is { WithinPersonCorrelation: { } correlation, Period: not Terms.CrossoverPeriod.First } && measure is EffectMeasure.Md or EffectMeasure.Smd && first.Arm!.People == second.Arm!.People)
            return From(Measures.ComputeFromPairedMeans(measure, first.Arm, second.Arm, (double)correlation), Terms.EffectBasis.ArmsPaired, formula);
        return From(Measures.ComputeFromMeans(measure, first.Arm!, second.Arm!), formula is null ? Terms.EffectBasis.Arms : Terms.EffectBasis.ArmsConverted, formula);
    }

    /// <summary>Returns the table of a pair, or null if a count is not reported.</summary>
    internal static TwoByTwoTable? FindTable(ArmPair pair) =>
        pair is { FirstResult: { Events: { } a, N: { } n1 }, SecondResult: { Events: { } c, N: { } n2 } }
            ? TwoByTwoTable.FromArms(a, n1, c, n2)
            : null;
}
