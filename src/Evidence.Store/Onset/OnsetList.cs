using Evidence.Catalogue.Rows;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Onset;

/// <summary>Defines the list of what studies report on the time until the effect.</summary>
public static class OnsetList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/onset",
        typeof(OnsetRow),
        Grain.Onset,
        Row: "n.row",
        Keys:
        [
            SortKey.Text("study", "s.study_id"),
            SortKey.OptionalNumber("year", "s.year"),
            SortKey.Text("definition", "n.definition"),
            SortKey.Number("hours", "n.hours"),
            SortKey.Relevance,
        ],
        DefaultSort: "definition,hours",
        Last: [SortKey.Text("study", "s.study_id"), SortKey.Number("finding", "n.ordinal")]);
}
