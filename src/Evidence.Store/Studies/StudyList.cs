using Evidence.Catalogue.Rows;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Studies;

/// <summary>Defines the list of the studies that the filters select.</summary>
public static class StudyList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/studies",
        typeof(StudySummary),
        Grain.Study,
        Row: "s.row",
        Keys:
        [
            SortKey.Text("id", "s.study_id"),
            SortKey.Text("label", "s.label"),
            SortKey.OptionalNumber("year", "s.year"),
            SortKey.OptionalNumber("enrolled", "s.enrolled"),
            SortKey.Number("revision", "v.valid_from"),
            SortKey.Relevance,
        ],
        DefaultSort: "-year,label",
        Last: [SortKey.Text("id", "s.study_id")])
    {
        Record = "v.document",
    };
}
