using Evidence.Catalogue.Rows;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Outcomes;

/// <summary>Defines the list of outcomes: one row for each arm of each outcome, as reported.</summary>
public static class OutcomeList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/outcomes",
        typeof(OutcomeRow),
        Grain.OutcomeArm,
        Row: "x.row",
        Keys:
        [
            SortKey.Text("study", "s.study_id"),
            SortKey.OptionalNumber("year", "s.year"),
            SortKey.Text("domain", "o.domain"),
            SortKey.Number("timeHours", "o.time_hours"),
            SortKey.Relevance,
        ],
        DefaultSort: "study",
        Last: [SortKey.Text("study", "s.study_id"), SortKey.Number("outcome", "o.ordinal"), SortKey.Number("arm", "a.ordinal")]);
}
