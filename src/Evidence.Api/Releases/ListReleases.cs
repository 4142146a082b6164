using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Releases;

/// <summary>GET /v1/releases: the named revisions, newest first.</summary>
public static class ListReleases
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = new(
        "/v1/releases",
        typeof(Release),
        new Grain(ReleaseRow.From, "true", [], []),
        ReleaseRow.Row,
        Keys: [SortKey.OfNumber("createdAt", "extract(epoch from p.created_at)"), SortKey.OfText("name", "p.name")],
        DefaultSort: "-createdAt",
        Last: [SortKey.OfText("name", "p.name")])
    {
        IsOfRevision = false,
    };

    /// <summary>Answers a page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => ListAnswer.SendLiveAsync(http, database, List);
}
