using Evidence.Catalogue;
using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Api.Effects;

/// <summary>An effect with how it was got, or why there is none.</summary>
/// <param name="Value">The effect.</param>
/// <param name="Basis">What it was computed from, a term of <c>effect-basis</c>.</param>
/// <param name="Formula">How figures that are not printed were worked out.</param>
/// <param name="Missing">Why there is no effect.</param>
public sealed record PairEffect(EffectSize? Value, string? Basis, string? Formula, string? Missing)
{
    /// <summary>
    /// The effect of a pair in a measure. Figures of the arms go before the contrast that the source reports, because anyone can compute them
    /// again; an interval goes before a p value.
    /// </summary>
    public static PairEffect Of(string measure, Outcome outcome, ArmPair pair)
    {
        var ofArms = Measures.IsOfEvents(measure) ? OfEvents(measure, pair) : OfMeans(measure, outcome, pair);
        if (ofArms.Value is not null)
            return ofArms;
        var reported = ContrastEffect.Of(measure, pair);
        return reported.Value is not null ? reported : NotComputed($"{ofArms.Missing}. {reported.Missing}");
    }

    internal static PairEffect NotComputed(string reason) => new(null, null, null, reason);

    internal static PairEffect From(Answer<EffectSize> answer, string basis, string? formula) => answer.IsAnswered
        ? new PairEffect(answer.Value, basis, formula, null)
        : NotComputed(answer.Refusal.Detail);

    private static PairEffect OfEvents(string measure, ArmPair pair)
    {
        if (measure == Measures.HazardRatio)
            return NotComputed("A hazard ratio cannot be computed from counts");
        if (EventsOf(pair) is not { } table)
            return NotComputed("The counts of both arms are not reported");
        return From(Measures.OfTable(measure, table), "arms", Measures.ZeroCellNote(measure, table));
    }

    private static PairEffect OfMeans(string measure, Outcome outcome, ArmPair pair)
    {
        var (first, second) = (ReportedArm.Of(pair.FirstResult), ReportedArm.Of(pair.SecondResult));
        if ((first.Missing ?? second.Missing) is { } missing)
            return NotComputed(missing);
        var formulas = new[] { first.Formula, second.Formula }.OfType<string>().Distinct().ToList();
        var formula = formulas.Count == 0 ? null : string.Join("; ", formulas);
        // Of the first period alone the arms are of different people, whatever the correlation between periods.
        if (outcome is { WithinPersonCorrelation: { } correlation, Period: not "first" } && measure is "md" or "smd" && first.Arm!.People == second.Arm!.People)
            return From(Measures.OfPair(measure, first.Arm, second.Arm, (double)correlation), "arms-paired", formula);
        return From(Measures.OfMeans(measure, first.Arm!, second.Arm!), formula is null ? "arms" : "arms-converted", formula);
    }

    /// <summary>The table of a pair; nothing where a count is not reported.</summary>
    internal static TwoByTwoTable? EventsOf(ArmPair pair) =>
        pair is { FirstResult: { Events: { } a, N: { } n1 }, SecondResult: { Events: { } c, N: { } n2 } }
            ? TwoByTwoTable.FromArms(a, n1, c, n2)
            : null;
}
