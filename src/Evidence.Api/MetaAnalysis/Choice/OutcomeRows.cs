using Evidence.Api.Effects;
using Evidence.Catalogue;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>The rows of one outcome of one study: one for each pair of its arms.</summary>
/// <param name="Ordinal">Place among the study's outcomes.</param>
/// <param name="Rows">The rows.</param>
internal sealed record OutcomeRows(int Ordinal, IReadOnlyList<EffectRow> Rows)
{
    private static readonly List<string> InstrumentOrder = [.. Vocabulary.Get("instrument").Terms.Select(term => term.Name)];

    public EffectRow First => Rows[0];

    public string Id => First.Outcome;

    public IEnumerable<string> Arms => Rows.SelectMany(row => new[] { row.Arm, row.Versus });

    /// <summary>Lower is firmer: figures that anyone can compute again go before reported contrasts, intervals before p values.</summary>
    public int Firmness => Rows.Min(row => row.Basis switch
    {
        "arms" or "arms-paired" => 0,
        "arms-converted" => 1,
        "contrast" => 2,
        "contrast-converted" => 3,
        _ => 4,
    });

    public int IsNotPrimary => First.OutcomeType == "primary" ? 0 : 1;

    public bool IsOfCrossover => First.Design == "randomized-crossover";

    public int RankOfInstrument(IReadOnlyList<string> priority)
    {
        var named = priority.ToList().IndexOf(First.Instrument ?? "");
        if (named >= 0)
            return named;
        var known = InstrumentOrder.IndexOf(First.Instrument ?? "");
        return priority.Count + (known >= 0 ? known : InstrumentOrder.Count);
    }

    /// <summary>Whether the other outcome is the same measurement of other people of the study.</summary>
    public bool IsSameOfOtherArms(OutcomeRows other) =>
        KeyOf(First) == KeyOf(other.First) && !Arms.Intersect(other.Arms).Any();

    private static (string, string?, string?, string, decimal, string?, string?, string?, string) KeyOf(EffectRow row) => (
        row.Domain, row.Instrument, row.Term, row.Metric, row.TimeHours, row.Subgroup, row.AnalysisPopulation, row.Period, row.Benefit);
}
