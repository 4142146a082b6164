using Evidence.Api.Explorer.Frame;
using Evidence.Api.Facets;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Studies;

namespace Evidence.Api.Explorer.StudyList;

/// <summary>What the list of studies shows.</summary>
/// <param name="Rows">The studies of this page.</param>
/// <param name="Total">Studies of the whole list.</param>
/// <param name="NextCursor">Where the next page begins; nothing on the last.</param>
/// <param name="Facets">Counts of every term for the filters.</param>
/// <param name="Query">What was asked.</param>
public sealed record StudyListModel(
    IReadOnlyList<StudySummary> Rows, long Total, string? NextCursor, IReadOnlyList<Facet> Facets, AddressQuery Query)
{
    /// <summary>Parameters that are about the page and not about the studies.</summary>
    private static readonly string[] AboutThePage = ["limit", "cursor", "sort"];

    /// <summary>The filters alone.</summary>
    public AddressQuery Filters { get; } = Query.Without(AboutThePage);
}

/// <summary>GET /studies: the list of /v1/studies beside the counts of /v1/facets.</summary>
public static class GetStudyList
{
    /// <summary>Answers the page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => PageAnswer.SendAsync<StudyListPage, StudyListModel>(
        http, database, ListStudies.List.Parameters, request => FindAsync(http, database, request));

    private static async Task<StudyListModel?> FindAsync(HttpContext http, EvidenceDatabase database, ReadRequest request)
    {
        if (await ListAnswer.MakeQueryAsync(http, ListStudies.List, request) is not { } query)
            return null;
        var limit = request.Values.WholeNumber("limit") ?? ListDefinition.DefaultLimit;
        return await database.ReadAsync(
            async (connection, cancel) =>
            {
                var page = await query.ReadPageAsync(connection, limit, cancel);
                var counts = await GetFacets.CountAsync(connection, request.Values, request.Revision, cancel);
                return new StudyListModel(page.Read<StudySummary>(), page.Total, page.NextCursor, counts.Facets, AddressQuery.Of(request.Values));
            },
            http.RequestAborted);
    }
}
