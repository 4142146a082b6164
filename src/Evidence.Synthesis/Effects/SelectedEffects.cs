using Evidence.Catalogue;

namespace Evidence.Synthesis.Effects;

/// <summary>The effects that a selection has, from which an analysis chooses.</summary>
/// <param name="Rows">The rows in the order of studies, outcomes, arms.</param>
/// <param name="Warnings">Studies among them with a report that is retracted or under an expression of concern.</param>
public sealed record SelectedEffects(IReadOnlyList<EffectRow> Rows, IReadOnlyList<RetractionWarning> Warnings);
