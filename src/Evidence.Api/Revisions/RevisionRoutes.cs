using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Store.Lists;
using Evidence.Store.Revisions;

namespace Evidence.Api.Revisions;

/// <summary>Defines the routes of <c>/v1/revisions</c>.</summary>
public static class RevisionRoutes
{
    private static readonly ListEndpoint List = new(RevisionList.Definition);

    /// <summary>Maps the routes of <c>/v1/revisions</c>.</summary>
    public static void MapRevisions(this IEndpointRouteBuilder routes) =>
        routes.MapRead("listRevisions", "/v1/revisions", "List the revisions of the catalogue", (HttpContext http, ListResponder lists) => lists.ListAsync(http, List, Format.Json))
            .WithDescription("One row for each committed write to the catalogue, newest first, with who wrote it and why.")
            .Returns<Page<Revision>>().WithParameters(RevisionList.Definition.Parameters);
}
