using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Catalogue;

namespace Evidence.Api.Vocabularies;

/// <summary>What <c>/v1/vocabularies</c> answers.</summary>
public static class VocabularyRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapVocabularies(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("listVocabularies", "/v1/vocabularies", "List vocabularies with the meaning of every term", ListVocabularies.Handle)
            .WithDescription("One row for each closed list of terms, with the terms' meanings and their names in ClinicalTrials.gov, MeSH and FHIR.")
            .Answers<Page<Vocabulary>>().Takes(ListVocabularies.List.Parameters);
        routes.MapRead("getVocabulary", "/v1/vocabularies/{name}", "Get a vocabulary", GetVocabulary.Handle)
            .WithDescription("One closed list of terms, with the terms' meanings and their names in ClinicalTrials.gov, MeSH and FHIR.")
            .Answers<Vocabulary>();
    }
}
