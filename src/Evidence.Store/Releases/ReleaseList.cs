using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Store.Releases;

/// <summary>Defines the list of named revisions, newest first.</summary>
public static class ReleaseList
{
    /// <summary>Gets the definition of the list, which the API and the explorer read.</summary>
    public static ListDefinition Definition { get; } = new(
        "/v1/releases",
        typeof(Release),
        new Grain(ReleaseReader.From, "true", [], []),
        ReleaseReader.Row,
        Keys: [SortKey.Number("createdAt", "extract(epoch from p.created_at)"), SortKey.Text("name", "p.name")],
        DefaultSort: "-createdAt",
        Last: [SortKey.Text("name", "p.name")])
    {
        IsOfRevision = false,
    };
}
