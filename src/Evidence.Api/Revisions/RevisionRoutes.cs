using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.OpenApi;

namespace Evidence.Api.Revisions;

/// <summary>What <c>/v1/revisions</c> answers.</summary>
public static class RevisionRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapRevisions(this IEndpointRouteBuilder routes) =>
        routes.MapRead("listRevisions", "/v1/revisions", "List the revisions of the catalogue", ListRevisions.Handle)
            .WithDescription("One row for each committed write to the catalogue, newest first, with who wrote it and why.")
            .Answers<Page<Revision>>().Takes(ListRevisions.List.Parameters);
}
