using Evidence.Store.Reads;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Layout;

/// <summary>What every page knows of its request: its own address, and the revision of the catalogue that it shows.</summary>
/// <param name="Path">Path of the page.</param>
/// <param name="Query">The query as pairs joined by <c>&amp;</c>, without the revision.</param>
/// <param name="Revision">The revision that the page shows; null on a page that reads no catalogue.</param>
/// <param name="IsPinned">Whether the reader asked for that revision, so that links keep it.</param>
public sealed record PageFrame(string Path, string Query, long? Revision, bool IsPinned)
{
    /// <summary>Creates the frame of a page for a query that was parsed.</summary>
    public static PageFrame FromQuery(HttpContext http, ReadQuery query) =>
        new(http.Request.Path, WithoutRevision(http.Request.QueryString), query.Revision, query.IsPinned && query.Values.Has("revision"));

    /// <summary>Creates the frame of a question that was refused as of the revision of its query.</summary>
    public static PageFrame FromRefusedQuery(HttpContext http, ReadQuery query) =>
        WithoutCatalogue(http) with { Revision = query.Revision, IsPinned = http.Request.Query.ContainsKey("revision") };

    /// <summary>The frame of a page that asks no catalogue, such as that of an outage.</summary>
    public static PageFrame WithoutCatalogue(HttpContext http) =>
        new(http.Request.Path, WithoutRevision(http.Request.QueryString), null, false);

    /// <summary>The address of this page that shows the same result for ever.</summary>
    public string PinnedAddress => WithRevision(Join(Path, Query), Revision);

    /// <summary>The address of this page as of the newest revision.</summary>
    public string NewestAddress => Join(Path, Query);

    /// <summary>An address of this service, as of the revision that the reader asked for, where one was.</summary>
    public string Link(string address) => IsPinned ? WithRevision(address, Revision) : address;

    /// <summary>The same address as of the revision that the page shows, whether the request named it or not: citations and downloads use it.</summary>
    public string Pinned(string address) => WithRevision(address, Revision);

    private static string WithRevision(string address, long? revision)
    {
        if (revision is null)
            return address;
        var fragment = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? address[at..] : "";
        var bare = address[..^fragment.Length];
        return FormattableString.Invariant($"{bare}{(bare.Contains('?', StringComparison.Ordinal) ? '&' : '?')}revision={revision}{fragment}");
    }

    private static string Join(string path, string query) => query.Length > 0 ? $"{path}?{query}" : path;

    private static string WithoutRevision(QueryString query) =>
        string.Join('&', (query.Value ?? "").TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Split('=')[0] is not ("revision" or "release")));
}
