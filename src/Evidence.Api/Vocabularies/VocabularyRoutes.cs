using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Store.Lists;

namespace Evidence.Api.Vocabularies;

/// <summary>Defines the routes of <c>/v1/vocabularies</c>.</summary>
public static class VocabularyRoutes
{
    private static readonly ListEndpoint List = new(ListDefinition.FromRecords("/v1/vocabularies", typeof(Vocabulary), "vocabulary"));

    /// <summary>Maps the routes of <c>/v1/vocabularies</c>.</summary>
    public static void MapVocabularies(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("listVocabularies", "/v1/vocabularies", "List vocabularies with the meaning of every term", (HttpContext http, ListResponder lists) => lists.ListAsync(http, List, Format.Json))
            .WithDescription("One row for each closed list of terms, with the terms' meanings and their names in ClinicalTrials.gov, MeSH and FHIR.")
            .Returns<Page<Vocabulary>>().WithParameters(List.Definition.Parameters);
        routes.MapRead("getVocabulary", "/v1/vocabularies/{name}", "Get a vocabulary", (HttpContext http, Responder responder, string name) => responder.RecordAsync(http, "vocabulary", name))
            .WithDescription("One closed list of terms, with the terms' meanings and their names in ClinicalTrials.gov, MeSH and FHIR.")
            .Returns<Vocabulary>();
    }
}
