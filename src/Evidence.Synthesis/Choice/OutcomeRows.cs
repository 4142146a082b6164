using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>The rows of one outcome of one study: one for each pair of its arms.</summary>
/// <param name="Ordinal">Place among the study's outcomes.</param>
/// <param name="Rows">The rows.</param>
internal sealed record OutcomeRows(int Ordinal, IReadOnlyList<EffectRow> Rows)
{
    private const int NotComputed = 4;

    private static readonly List<string> InstrumentOrder = [.. Vocabulary.Get("instrument").Terms.Select(term => term.Name)];

    public EffectRow First => Rows[0];

    public string Id => First.Outcome;

    public IEnumerable<string> Arms => Rows.SelectMany(row => new[] { row.Arm, row.Versus });

    /// <summary>Lower is firmer: figures that anyone can compute again go before reported contrasts, intervals before p values.</summary>
    public int Firmness => Rows.Min(row => row.Basis is null ? NotComputed : RankBasis(TermConverter.Parse<EffectBasis>(row.Basis)));

    public int IsNotPrimary => First.OutcomeType == Terms.OutcomeType.Primary ? 0 : 1;

    public bool IsOfCrossover => First.Design == Terms.Design.RandomizedCrossover;

    public int RankOfInstrument(IReadOnlyList<string> priority)
    {
        var named = priority.ToList().IndexOf(First.Instrument ?? "");
        if (named >= 0)
            return named;
        var known = InstrumentOrder.IndexOf(First.Instrument ?? "");
        return priority.Count + (known >= 0 ? known : InstrumentOrder.Count);
    }

    /// <summary>Returns whether the other outcome is the same measurement of other people of the study.</summary>
    public bool IsSameOfOtherArms(OutcomeRows other) =>
        GetKey(First) == GetKey(other.First) && !Arms.Intersect(other.Arms).Any();

    private static int RankBasis(EffectBasis basis) => basis switch
    {
        EffectBasis.Arms or EffectBasis.ArmsPaired => 0,
        EffectBasis.ArmsConverted => 1,
        EffectBasis.Contrast => 2,
        EffectBasis.ContrastConverted => 3,
        EffectBasis.ContrastP => NotComputed,
    };

    private static (string, string?, string?, string, decimal, string?, string?, string?, string) GetKey(EffectRow row) => (
        row.Domain, row.Instrument, row.Term, row.Metric, row.TimeHours, row.Subgroup, row.AnalysisPopulation, row.Period, row.Benefit);
}
