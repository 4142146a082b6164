using Evidence.Store.Lists;
using Evidence.Store.Selection;
using Evidence.Synthesis.Effects;

namespace Evidence.Store.Effects;

/// <summary>Defines the list of effects: one row for each contrast of two arms in one measure, with yi and vi.</summary>
public static class EffectList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/effects",
        typeof(EffectRow),
        Grain.Effect,
        Row: "e.row",
        Keys:
        [
            SortKey.Text("study", "s.study_id"),
            SortKey.OptionalNumber("year", "s.year"),
            SortKey.Text("domain", "o.domain"),
            SortKey.Number("timeHours", "o.time_hours"),
            SortKey.Relevance,
        ],
        DefaultSort: "study",
        Last: [SortKey.Text("study", "s.study_id"), SortKey.Number("effect", "e.ordinal")]);
}
