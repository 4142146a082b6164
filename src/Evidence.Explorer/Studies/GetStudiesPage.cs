using Evidence.Catalogue;
using Evidence.Catalogue.Rows;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Facets;
using Evidence.Store.Lists;
using Evidence.Store.Reads;
using Evidence.Store.Studies;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Studies;

/// <summary>What the list of studies shows.</summary>
/// <param name="Rows">The studies of this page.</param>
/// <param name="Total">Number of studies of the whole list.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
/// <param name="Facets">Counts of every term for the filters.</param>
/// <param name="Query">The query.</param>
public sealed record StudiesPageModel(
    IReadOnlyList<StudySummary> Rows, long Total, string? NextCursor, IReadOnlyList<Facet> Facets, AddressQuery Query)
{
    /// <summary>Parameters that are about the page and not about the studies.</summary>
    private static readonly string[] PageParameters = ["limit", "cursor", "sort"];

    /// <summary>The filters without the parameters of the page.</summary>
    public AddressQuery Filters { get; } = Query.Without(PageParameters);
}

/// <summary>GET /studies: the list of /v1/studies beside the counts of /v1/facets.</summary>
public static class GetStudiesPage
{
    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<StudiesPage, StudiesPageModel>(http, StudyList.Definition.Parameters, (query, cancel) => FindAsync(database, query, cancel));

    private static async Task<Result<PageContent<StudiesPageModel>>> FindAsync(EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var list = ListQuery.Parse(StudyList.Definition, query.Values, query.Revision);
        if (!list.IsSuccess)
            return list.Error;
        var limit = query.Values.WholeNumber("limit") ?? ListDefinition.DefaultLimit;
        return await database.ReadAsync(
            async (connection, token) =>
            {
                var page = await list.Value.ReadPageAsync(connection, limit, token);
                var counts = await FacetReader.CountAsync(connection, query.Values, query.Revision, token);
                return new PageContent<StudiesPageModel>(
                    new(page.Read<StudySummary>(), page.Total, page.NextCursor, counts.Facets, AddressQuery.FromValues(query.Values)));
            },
            cancel);
    }
}
