using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Formats;
using Evidence.Store.Database;
using Evidence.Store.Lookup;

namespace Evidence.Api.Lookup;

/// <summary>Defines the routes of <c>/v1/lookup</c>.</summary>
public static class LookupRoutes
{
    /// <summary>Maps the routes of <c>/v1/lookup</c>.</summary>
    public static void MapLookup(this IEndpointRouteBuilder routes) =>
        routes.MapRead("lookUpStudies", "/v1/lookup", "Look up studies by registry number, DOI or PubMed identifier", Get)
            .WithDescription("One entry for each identifier, in the order in which they were asked; one that the catalogue does not have has no studies.")
            .Returns<LookupResults>().WithParameters(StudyLookup.Parameters);

    private static Task<IResult> Get(HttpContext http, EvidenceDatabase database, Responder responder) =>
        responder.ReadAsync(http, StudyLookup.Parameters, Format.Json, async (query, cancel) =>
        {
            var (results, warnings) = await StudyLookup.ReadAsync(database, query.Values, query.Revision, cancel);
            return Content.FromJson(results, warnings);
        });
}
