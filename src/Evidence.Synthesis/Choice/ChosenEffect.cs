using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics.EffectSizes;
using Evidence.Synthesis.Effects;

namespace Evidence.Synthesis.Choice;

/// <summary>An effect that stands for its study in a pool: a row of the list of effects, or several made into one.</summary>
/// <param name="Lead">The row whose study, outcome and source it has.</param>
/// <param name="Arms">Identifiers of the arms on the first side.</param>
/// <param name="Versus">Identifiers of the arms on the second side.</param>
/// <param name="Outcomes">Identifiers of the outcomes that its figures are of.</param>
/// <param name="Value">The effect.</param>
/// <param name="Means">Both sides, of a measure of means, where their figures are known.</param>
/// <param name="Table">Both sides, of a measure of events, where their counts are known.</param>
/// <param name="Formula">How figures that are not printed were calculated.</param>
public sealed record ChosenEffect(
    EffectRow Lead,
    IReadOnlyList<string> Arms,
    IReadOnlyList<string> Versus,
    IReadOnlyList<string> Outcomes,
    EffectSize Value,
    (MeasuredArm First, MeasuredArm Second)? Means,
    TwoByTwoTable? Table,
    string? Formula)
{
    /// <summary>Whether the sign, or the event, was turned so that it points the way of the others.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Which sign of the effect speaks for the first side.</summary>
    public string Benefit => IsTurned ? Opposite(Lead.Benefit) : Lead.Benefit;

    /// <summary>People on the first side, where they are known.</summary>
    public double? FirstPeople => Means?.First.People ?? Table?.FirstPeople ?? Lead.N1i;

    /// <summary>People on the second side, where they are known.</summary>
    public double? SecondPeople => Means?.Second.People ?? Table?.SecondPeople ?? Lead.N2i;

    /// <summary>The effect of a table without information, with the variance that it tends to; it is in no pool.</summary>
    private static EffectSize WithoutInformation { get; } = new(0, double.PositiveInfinity);

    /// <summary>Creates the effect of one row. A row without an effect may only be combined with others.</summary>
    public static ChosenEffect FromRow(EffectRow row) => new(
        row,
        [row.Arm],
        [row.Versus],
        [row.Outcome],
        row is { Yi: { } effect, Vi: { } variance } ? new EffectSize(effect, variance) : WithoutInformation,
        FindMeans(row),
        FindTable(row),
        row.Formula);

    /// <summary>Returns the means that the effect was computed from, or null if it was not computed from means.</summary>
    public static (MeasuredArm First, MeasuredArm Second)? FindMeans(EffectRow row) =>
        row is { Basis: Terms.EffectBasis.Arms or Terms.EffectBasis.ArmsConverted, N1i: { } n1, M1i: { } m1, Sd1i: { } sd1, N2i: { } n2, M2i: { } m2, Sd2i: { } sd2 }
            ? (new MeasuredArm(n1, (double)m1, (double)sd1), new MeasuredArm(n2, (double)m2, (double)sd2))
            : null;

    /// <summary>Returns the counts that the effect was computed from, or that alone give none; null if it was computed from other figures.</summary>
    public static TwoByTwoTable? FindTable(EffectRow row) =>
        row is { Basis: Terms.EffectBasis.Arms or null, Ai: { } a, Bi: { } b, Ci: { } c, Di: { } d } ? new TwoByTwoTable(a, b, c, d) : null;

    private static string Opposite(string benefit) => benefit == Terms.Benefit.Negative ? Terms.Benefit.Positive : Terms.Benefit.Negative;
}
