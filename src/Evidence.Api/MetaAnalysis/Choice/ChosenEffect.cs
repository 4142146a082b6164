using Evidence.Api.Effects;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Api.MetaAnalysis.Choice;

/// <summary>An effect that stands for its study in a pool: a row of the list of effects, or several made into one.</summary>
/// <param name="Lead">The row whose study, outcome and source it has.</param>
/// <param name="Arms">Identifiers of the arms on the first side.</param>
/// <param name="Versus">Identifiers of the arms on the second side.</param>
/// <param name="Outcomes">Identifiers of the outcomes that its figures are of.</param>
/// <param name="Value">The effect.</param>
/// <param name="Means">Both sides, of a measure of means, where their figures are known.</param>
/// <param name="Table">Both sides, of a measure of events, where their counts are known.</param>
/// <param name="Formula">How figures that are not printed were worked out.</param>
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

    /// <summary>What the variance of a table without information tends to; it goes into no pool.</summary>
    private static EffectSize WithoutInformation { get; } = new(0, double.PositiveInfinity);

    /// <summary>A row as it is. One without an effect may only be taken together with others.</summary>
    public static ChosenEffect Of(EffectRow row) => new(
        row,
        [row.Arm],
        [row.Versus],
        [row.Outcome],
        row is { Yi: { } effect, Vi: { } variance } ? new EffectSize(effect, variance) : WithoutInformation,
        MeansOf(row),
        TableOf(row),
        row.Formula);

    /// <summary>The means that the effect was computed from; nothing where it was not computed from them.</summary>
    public static (MeasuredArm First, MeasuredArm Second)? MeansOf(EffectRow row) =>
        row is { Basis: "arms" or "arms-converted", N1i: { } n1, M1i: { } m1, Sd1i: { } sd1, N2i: { } n2, M2i: { } m2, Sd2i: { } sd2 }
            ? (new MeasuredArm(n1, (double)m1, (double)sd1), new MeasuredArm(n2, (double)m2, (double)sd2))
            : null;

    /// <summary>The counts that the effect was computed from, or that alone give none; nothing where it was computed from something else.</summary>
    public static TwoByTwoTable? TableOf(EffectRow row) =>
        row is { Basis: "arms" or null, Ai: { } a, Bi: { } b, Ci: { } c, Di: { } d } ? new TwoByTwoTable(a, b, c, d) : null;

    private static string Opposite(string benefit) => benefit == "negative" ? "positive" : "negative";
}
